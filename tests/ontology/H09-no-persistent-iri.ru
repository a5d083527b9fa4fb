#+ finds:
#+   - ["https://example.org/onto", ""]
#+ also: [H06, H07]
DELETE { <https://w3id.org/communique/ns> ?property ?value }
INSERT { <https://example.org/onto> ?property ?value }
WHERE { <https://w3id.org/communique/ns> ?property ?value }
