#+ finds:
#+   - ["cq:writtenBy", "http://www.w3.org/2000/01/rdf-schema#domain"]
INSERT DATA { cq:writtenBy rdfs:domain prov:Entity }
