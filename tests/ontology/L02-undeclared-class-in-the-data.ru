#+ finds:
#+   - ["http://www.w3.org/ns/prov#Bundle", ""]
INSERT DATA { GRAPH graph:data { <https://w3id.org/communique/id/letter> a prov:Bundle } }
