#+ finds:
#+   - ["cq:likes", ""]
#+ also: [S04, T01, T03, T04, T05, T06, U02]
INSERT DATA { cq:likes a owl:ObjectProperty }
