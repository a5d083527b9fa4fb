#+ finds:
#+   - ["http://www.w3.org/ns/prov#wasQuotedFrm", "ontology/alignments.ttl"]
INSERT DATA { GRAPH graph:uses { prov:wasQuotedFrm dcterms:isReferencedBy "ontology/alignments.ttl" } }
