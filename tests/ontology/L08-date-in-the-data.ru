#+ finds:
#+   - ["cq:length", "http://www.w3.org/2001/XMLSchema#date"]
INSERT DATA { GRAPH graph:data { <https://w3id.org/communique/id/letter> cq:length "2026-11-22"^^xsd:date } }
