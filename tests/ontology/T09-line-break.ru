#+ finds:
#+   - ["cq:Text", "A letter\nin two lines."]
INSERT DATA { cq:Text skos:example "A letter\nin two lines."@en }
