#+ shape: Span-isPartOf
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "dcterms:isPartOf", MinCount, Violation, Span-isPartOf]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFillSource]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> dcterms:isPartOf <id/mini-2023/zh-Hans/source> .
}
