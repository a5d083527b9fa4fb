#+ finds:
#+   - ["cq:Text", "en: 2"]
INSERT DATA { cq:Text skos:definition "Letters on paper."@en }
