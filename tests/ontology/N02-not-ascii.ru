#+ finds:
#+   - ["https://w3id.org/communique/id/topic/和平", ""]
INSERT DATA { GRAPH graph:vocabularies { <https://w3id.org/communique/id/topic/peace> rdfs:seeAlso <https://w3id.org/communique/id/topic/和平> } }
