#+ shape: Group-definition
#+ constraint: datatype
#+ results:
#+   - ["<id/addressee/all-states>", "skos:definition", Datatype, Violation, Group-definition]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/addressee/all-states> skos:definition "Every state, as the text says."@en .
  <id/addressee/all-states> skos:definition "文本所称的所有国家。"@zh-Hans .
} ;
INSERT DATA {
  <id/addressee/all-states> skos:definition "x" .
}
