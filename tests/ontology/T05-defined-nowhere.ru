#+ finds:
#+   - ["cq:Text", ""]
DELETE WHERE { cq:Text rdfs:isDefinedBy ?any }
