#+ finds:
#+   - ["cq:Text", "A text of somebody."]
DELETE DATA { cq:Text skos:definition "What somebody wrote."@en } ;
INSERT DATA { cq:Text skos:definition "A text of somebody."@en }
