#+ shape: Expression-language
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/en>", "dcterms:language", MinCount, Violation, Expression-language]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/en> dcterms:language "en" .
}
