#+ finds:
#+   - ["http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2000/01/rdf-schema#comment"]
INSERT DATA { rdfs:label rdfs:comment "Ours."@en }
