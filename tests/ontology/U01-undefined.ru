#+ finds:
#+   - ["cq:Txet", "queries/text/texts.rq"]
INSERT DATA { GRAPH graph:uses { cq:Txet dcterms:isReferencedBy "queries/text/texts.rq" , "shapes/Text.ttl" } }
