#+ finds:
#+   - ["https://w3id.org/communique/ns", "CC BY 4.0"]
DELETE WHERE { <https://w3id.org/communique/ns> dcterms:license ?any } ;
INSERT DATA { <https://w3id.org/communique/ns> dcterms:license "CC BY 4.0" }
