#+ finds:
#+   - ["https://w3id.org/communique/ns", "DOI, status"]
DELETE WHERE { <https://w3id.org/communique/ns> bibo:status ?any } ;
DELETE WHERE { <https://w3id.org/communique/ns> bibo:doi ?any }
