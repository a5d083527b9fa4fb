#+ finds:
#+   - ["cq:Actor", "cq:Text"]
DELETE DATA { cq:Text rdfs:label "text"@en ; skos:prefLabel "text"@en } ;
INSERT DATA { cq:Text rdfs:label "actor"@en ; skos:prefLabel "actor"@en }
