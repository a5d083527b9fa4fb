#+ shape: AnyNode-labelInChinese
#+ constraint: qualifiedMinCount
#+ results:
#+   - ["<id/addressee/all-states>", "rdfs:label", QualifiedMinCount, Violation, AnyNode-labelInChinese]

BASE <https://w3id.org/communique/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA {
  <id/addressee/all-states> rdfs:label "所有国家"@zh-Hans .
} ;
INSERT DATA {
  <id/addressee/all-states> rdfs:label "すべての国"@ja .
}
