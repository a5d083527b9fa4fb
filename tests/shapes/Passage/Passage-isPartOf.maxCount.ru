#+ shape: Passage-isPartOf
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/hostmention/18>", "dcterms:isPartOf", Class, Violation, Passage-isPartOf]
#+   - ["<id/mini-2023/zh-Hans/source/hostmention/18>", "dcterms:isPartOf", MaxCount, Violation, Passage-isPartOf]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> dcterms:isPartOf "x" .
}
