#+ finds:
#+   - ["https://w3id.org/communique/ns", "https://example.org/ns#"]
DELETE WHERE { <https://w3id.org/communique/ns> vann:preferredNamespaceUri ?any } ;
INSERT DATA { <https://w3id.org/communique/ns> vann:preferredNamespaceUri "https://example.org/ns#" }
