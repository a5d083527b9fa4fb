#+ finds:
#+   - ["http://www.w3.org/ns/prov#Bundle", ""]
INSERT DATA { cq:Text rdfs:subClassOf prov:Bundle }
