#+ finds:
#+   - ["https://w3id.org/communique/ns", ""]
#+ also: [H02, H03, H04, H05]
DELETE { <https://w3id.org/communique/ns> ?property ?value }
WHERE {
  <https://w3id.org/communique/ns> ?property ?value
  FILTER (STRSTARTS(STR(?property), STR(dcterms:)) || STRSTARTS(STR(?property), STR(vann:)))
}
