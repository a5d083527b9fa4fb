#+ shape: Span-exact
#+ constraint: not
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:exact", Datatype, Violation, Span-exact]
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:exact", Not, Violation, Span-exact]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, ExactHasLength]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:exact """新闻网站页眉
""" .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:exact "�"@zh-Hans .
}
