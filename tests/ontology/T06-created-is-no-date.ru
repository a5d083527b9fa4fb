#+ finds:
#+   - ["cq:Text", "0"]
DELETE WHERE { cq:Text dcterms:created ?any } ;
INSERT DATA { cq:Text dcterms:created "2026-11-22" }
