#+ finds:
#+   - ["cq:Text", "https://example.org/other"]
INSERT DATA { cq:Text rdfs:isDefinedBy <https://example.org/other> }
