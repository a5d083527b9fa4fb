#+ finds:
#+   - ["http://purl.org/dc/terms/subject", ""]
INSERT DATA { GRAPH graph:data { <https://w3id.org/communique/id/letter> dcterms:subject <https://w3id.org/communique/id/topic/peace> } }
