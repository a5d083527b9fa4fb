#+ finds:
#+   - ["cq:writtenBy", "http://www.w3.org/2001/XMLSchema#string"]
DELETE WHERE { cq:writtenBy rdfs:range ?any } ;
INSERT DATA { cq:writtenBy rdfs:range xsd:string }
