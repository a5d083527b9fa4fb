#+ finds:
#+   - ["https://w3id.org/communique/ns", ""]
#+ also: [S13]
DELETE WHERE { ?class rdfs:subClassOf ?any }
