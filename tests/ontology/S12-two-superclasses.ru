#+ finds:
#+   - ["cq:Letter", "2"]
#+ also: [T01, T03, T04, T05, T06, U02]
INSERT DATA { cq:Letter a owl:Class ; rdfs:subClassOf cq:Text , cq:Actor }
