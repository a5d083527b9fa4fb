#+ finds:
#+   - ["http://xmlns.com/foaf/0.1/logo", ""]
DELETE DATA { GRAPH graph:external-terms { <http://xmlns.com/foaf/0.1/> a void:Dataset } }
