#+ finds:
#+   - ["cq:writes", "cq:writtenBy"]
#+ also: [S06, T01, T03, T04, T05, T06, U02]
INSERT DATA { cq:writes a owl:ObjectProperty ; rdfs:domain cq:Text ; rdfs:range cq:Text ; owl:inverseOf cq:writtenBy }
