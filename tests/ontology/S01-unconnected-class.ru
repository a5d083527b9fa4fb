#+ finds:
#+   - ["cq:Island", ""]
#+ also: [S03, S13, T01, T03, T04, T05, T06, U02]
INSERT DATA { cq:Island a owl:Class }
