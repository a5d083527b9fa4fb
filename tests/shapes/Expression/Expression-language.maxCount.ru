#+ shape: Expression-language
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/en>", "dcterms:language", MaxCount, Violation, Expression-language]
#+   - ["<id/mini-2023/zh-Hans>", "cq:translationOf/dcterms:language", Disjoint, Violation, Expression-translatedFrom]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023/en> dcterms:language "zh-Hans" .
}
