#+ finds:
#+   - ["cq:length", "cq:writtenBy"]
DELETE DATA { cq:length rdfs:label "length"@en ; skos:prefLabel "length"@en } ;
INSERT DATA { cq:length rdfs:label "written by"@en ; skos:prefLabel "written by"@en }
