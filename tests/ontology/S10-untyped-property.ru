#+ finds:
#+   - ["http://www.w3.org/2004/02/skos/core#note", ""]
INSERT DATA { cq:Text skos:note "A note."@en }
