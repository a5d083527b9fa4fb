#+ finds:
#+   - ["cq:Text", "obsolete text"]
DELETE DATA { cq:Text rdfs:label "text"@en ; skos:prefLabel "text"@en } ;
INSERT DATA { cq:Text rdfs:label "obsolete text"@en ; skos:prefLabel "obsolete text"@en }
