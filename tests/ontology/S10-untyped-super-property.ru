#+ finds:
#+   - ["http://www.w3.org/ns/prov#wasAttributedTo", ""]
#+ also: [L05]
INSERT DATA { cq:writtenBy rdfs:subPropertyOf prov:wasAttributedTo }
