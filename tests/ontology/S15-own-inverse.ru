#+ finds:
#+   - ["cq:writtenBy", "cq:writtenBy"]
#+ also: [S06]
INSERT DATA { cq:writtenBy owl:inverseOf cq:writtenBy } ;
DELETE WHERE { cq:writtenBy rdfs:domain ?any } ;
INSERT DATA { cq:writtenBy rdfs:domain cq:Actor }
