#+ finds:
#+   - ["cq:Text", "What somebody wrote"]
DELETE DATA { cq:Text skos:definition "What somebody wrote."@en } ;
INSERT DATA { cq:Text skos:definition "What somebody wrote"@en }
