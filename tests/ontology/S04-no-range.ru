#+ finds:
#+   - ["cq:writtenBy", "http://www.w3.org/2000/01/rdf-schema#range"]
DELETE WHERE { cq:writtenBy rdfs:range ?any }
