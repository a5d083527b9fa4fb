#+ shape: Expression-title
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/en>", "dcterms:title", Datatype, Violation, Expression-title]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023/en> dcterms:title "x" .
}
