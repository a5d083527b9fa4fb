#+ finds:
#+   - ["cq:Text", "http://www.w3.org/ns/prov#Entity"]
#+ also: [L01]
INSERT DATA { cq:Text owl:equivalentClass prov:Entity }
