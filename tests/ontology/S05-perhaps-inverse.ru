#+ finds:
#+   - ["cq:writes", "cq:writtenBy"]
#+ also: [T01, T03, T04, T05, T06, U02]
INSERT DATA { cq:writes a owl:ObjectProperty ; rdfs:domain cq:Actor ; rdfs:range cq:Text }
