#+ finds:
#+   - ["cq:Text.ttl", ""]
#+ also: [N01, S03, S13, T01, T03, T04, T05, T06, U02]
INSERT DATA { cq:Text.ttl a owl:Class . cq:Actor rdfs:subClassOf cq:Text.ttl }
