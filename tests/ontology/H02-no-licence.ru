#+ finds:
#+   - ["https://w3id.org/communique/ns", "http://purl.org/dc/terms/license"]
DELETE WHERE { <https://w3id.org/communique/ns> dcterms:license ?any }
