#+ finds:
#+   - ["cq:Text", "http://data.europa.eu/eli/ontology#LegalResource"]
#+ also: [S09, U04]
INSERT DATA { cq:Text rdfs:subClassOf <http://data.europa.eu/eli/ontology#LegalResource> }
