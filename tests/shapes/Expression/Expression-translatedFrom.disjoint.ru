#+ shape: Expression-translatedFrom
#+ constraint: disjoint
#+ results:
#+   - ["<id/mini-2023/zh-Hans>", "cq:translationOf/dcterms:language", Disjoint, Violation, Expression-translatedFrom]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/en> dcterms:language "en" .
} ;
INSERT DATA {
  <id/mini-2023/en> dcterms:language "zh-Hans" .
}
