#+ finds:
#+   - ["cq:Text", ""]
DELETE WHERE { cq:Text rdfs:subClassOf ?any }
