#+ finds:
#+   - ["cq:Text", "信。"]
INSERT DATA { cq:Text skos:example "信。"@zh }
