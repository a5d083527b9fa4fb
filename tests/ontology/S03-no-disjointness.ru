#+ finds:
#+   - ["cq:Actor", ""]
#+   - ["cq:Text", ""]
DELETE WHERE { cq:Text owl:disjointWith ?any }
