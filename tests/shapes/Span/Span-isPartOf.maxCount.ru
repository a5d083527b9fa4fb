#+ shape: Span-isPartOf
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "dcterms:isPartOf", Class, Violation, Span-isPartOf]
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "dcterms:isPartOf", MaxCount, Violation, Span-isPartOf]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> dcterms:isPartOf "x" .
}
