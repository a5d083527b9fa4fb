#+ finds:
#+   - ["cq:Text", "actor"]
INSERT DATA { cq:Text skos:altLabel "actor"@en }
