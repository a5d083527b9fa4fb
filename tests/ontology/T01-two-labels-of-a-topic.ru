#+ finds:
#+   - ["https://w3id.org/communique/id/topic/peace", "en: 2"]
#+ also: [T02]
INSERT DATA { GRAPH graph:vocabularies { <https://w3id.org/communique/id/topic/peace> skos:prefLabel "quiet"@en } }
