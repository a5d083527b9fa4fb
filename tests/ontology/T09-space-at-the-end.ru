#+ finds:
#+   - ["cq:Text", "A card. "]
INSERT DATA { cq:Text skos:example "A card. "@en }
