#+ finds:
#+   - ["cq:Actor", "cq:Text"]
DELETE DATA { cq:Text skos:definition "What somebody wrote."@en } ;
INSERT DATA { cq:Text skos:definition "Whoever does something."@en }
