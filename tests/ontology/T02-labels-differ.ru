#+ finds:
#+   - ["cq:Text", "text"]
#+   - ["cq:Text", "writing"]
DELETE DATA { cq:Text rdfs:label "text"@en } ;
INSERT DATA { cq:Text rdfs:label "writing"@en }
