#+ finds:
#+   - ["cq:letter_text", ""]
#+ also: [S03, T01, T03, T04, T05, T06, U02]
INSERT DATA { cq:letter_text a owl:Class ; rdfs:subClassOf prov:Entity }
