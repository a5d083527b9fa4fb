#+ finds:
#+   - ["cq:Actor", "data"]
INSERT DATA { cq:Actor owl:deprecated true }
