#+ shape: Expression-language
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/en>", "dcterms:language", Datatype, Violation, Expression-language]
#+   - ["<id/mini-2023/en>", "dcterms:language", Pattern, Violation, Expression-language]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/en> dcterms:language "en" .
} ;
INSERT DATA {
  <id/mini-2023/en> dcterms:language "x"@en .
}
