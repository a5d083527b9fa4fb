#+ finds:
#+   - ["https://w3id.org/communique/ns", "http://www.w3.org/2002/07/owl#versionInfo"]
DELETE WHERE { <https://w3id.org/communique/ns> owl:versionInfo ?any }
