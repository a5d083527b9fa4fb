#+ finds:
#+   - ["cq:Actor", ""]
DELETE DATA { GRAPH graph:uses { cq:Actor dcterms:isReferencedBy "data" } }
