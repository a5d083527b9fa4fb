#+ finds:
#+   - ["cq:Text", ""]
#+   - ["http://www.w3.org/ns/prov#Entity", ""]
INSERT DATA { prov:Entity rdfs:subClassOf cq:Text }
