#+ shape: Span-exact
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:exact", MinCount, Violation, Span-exact]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:exact """新闻网站页眉
""" .
}
