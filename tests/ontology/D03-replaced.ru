#+ finds:
#+   - ["cq:Text", "cq:Actor"]
INSERT DATA { cq:Text dcterms:isReplacedBy cq:Actor }
