#+ finds:
#+   - ["cq:length", "yes"]
INSERT DATA { cq:length owl:deprecated "yes" }
