#+ finds:
#+   - ["cq:length", "http://www.w3.org/2001/XMLSchema#date"]
DELETE WHERE { cq:length rdfs:range ?any } ;
INSERT DATA { cq:length rdfs:range xsd:date }
