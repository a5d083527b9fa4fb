#+ shape: OneDeclaration-instance
#+ constraint: maxCount
#+ results:
#+   - ["<id/instrument/un-charter>", "dcterms:identifier", MinCount, Violation, Declaration-identifier]
#+   - ["<id/instrument/un-charter>", "dcterms:title", MinCount, Violation, Declaration-title]
#+   - ["<id/instrument/un-charter>", "skos:definition", Closed, Violation, Declaration]
#+   - ["<id/instrument/un-charter>", "skos:prefLabel", Closed, Violation, Declaration]
#+   - ["<id/instrument/un-charter>", "cq:endorsementCount", MinCount, Violation, Declaration-endorsementCount]
#+   - ["<id/instrument/un-charter>", "cq:hasExpression", MinCount, Violation, Declaration-hasExpression]
#+   - ["<id/instrument/un-charter>", "cq:hasParagraph", MinCount, Violation, Declaration-hasParagraph]
#+   - ["<id/instrument/un-charter>", "cq:operativeCount", MinCount, Violation, Declaration-operativeCount]
#+   - ["<id/instrument/un-charter>", "cq:preambleCount", MinCount, Violation, Declaration-preambleCount]
#+   - ["<id/instrument/un-charter>", "cq:reservationCount", MinCount, Violation, Declaration-reservationCount]
#+   - ["<id/instrument/un-charter>", "cq:statementCount", MinCount, Violation, Declaration-statementCount]
#+   - ["<ns#Declaration>", "^<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", MaxCount, Violation, OneDeclaration-instance]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/instrument/un-charter> a cq:Declaration .
}
