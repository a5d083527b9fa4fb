#+ shape: Span-exact
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:exact", MaxCount, Violation, Span-exact]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, ExactHasLength]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:exact "。" .
}
