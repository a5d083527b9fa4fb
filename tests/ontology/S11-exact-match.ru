#+ finds:
#+   - ["https://w3id.org/communique/id/topic/peace", "https://example.org/peace"]
#+ also: [L02]
INSERT DATA { GRAPH graph:vocabularies { <https://w3id.org/communique/id/topic/peace> skos:exactMatch <https://example.org/peace> } }
