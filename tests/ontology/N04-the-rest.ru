#+ finds:
#+   - ["cq:OtherText", ""]
#+ also: [T01, T03, T04, T05, T06, U02]
INSERT DATA { cq:OtherText a owl:Class ; rdfs:subClassOf cq:Text }
