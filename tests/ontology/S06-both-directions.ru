#+ finds:
#+   - ["cq:writes", "cq:writtenBy"]
#+ also: [T01, T03, T04, T05, T06]
INSERT DATA { cq:writes a owl:ObjectProperty ; rdfs:domain cq:Actor ; rdfs:range cq:Text ; owl:inverseOf cq:writtenBy } ;
INSERT DATA { GRAPH graph:uses { cq:writes dcterms:isReferencedBy "data" } }
