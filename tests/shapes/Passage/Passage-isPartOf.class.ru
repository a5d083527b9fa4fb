#+ shape: Passage-isPartOf
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/hostmention/18>", "dcterms:isPartOf", Class, Violation, Passage-isPartOf]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> dcterms:isPartOf <id/mini-2023/zh-Hans/source> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> dcterms:isPartOf "x" .
}
