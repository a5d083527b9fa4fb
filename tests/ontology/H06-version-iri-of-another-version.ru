#+ finds:
#+   - ["https://w3id.org/communique/ns", "https://w3id.org/communique/ns/0.9.0"]
DELETE DATA { <https://w3id.org/communique/ns> owl:versionIRI <https://w3id.org/communique/ns/1.0.0> } ;
INSERT DATA { <https://w3id.org/communique/ns> owl:versionIRI <https://w3id.org/communique/ns/0.9.0> }
