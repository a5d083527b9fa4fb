#+ finds:
#+   - ["cq:Text", ""]
#+ also: [L01, U04]
INSERT DATA {
  cq:Text rdfs:subClassOf <https://w3id.org/communique/ns/expression> .
  <https://w3id.org/communique/ns/expression> a owl:Class ; owl:complementOf cq:Text
}
