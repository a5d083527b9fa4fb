#+ finds:
#+   - ["https://w3id.org/communique/ns", ""]
DELETE WHERE { <https://w3id.org/communique/ns> a owl:Ontology }
