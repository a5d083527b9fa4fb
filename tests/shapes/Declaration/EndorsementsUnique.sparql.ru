#+ shape: EndorsementsUnique
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, EndorsementCountAgrees]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, EndorsementsUnique]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/endorsement/ZMB2> a cq:Endorsement .
  <id/mini-2023/endorsement/ZMB2> cq:asterisk "false"^^xsd:boolean .
  <id/mini-2023/endorsement/ZMB2> cq:declaration <id/mini-2023> .
  <id/mini-2023/endorsement/ZMB2> cq:endorser <id/state/ZMB> .
  <id/mini-2023/endorsement/ZMB2> cq:listedAsOf "2023-03-29"^^xsd:date .
  <id/mini-2023/endorsement/ZMB2> cq:nameAsListed "赞比亚"@zh-Hans .
  <id/mini-2023/endorsement/ZMB2> cq:span <id/mini-2023/zh-Hans/source#char=120,123> .
  <id/mini-2023/endorsement/ZMB2> rdfs:label "thing"@en .
  <id/mini-2023/endorsement/ZMB2> rdfs:label "物"@zh-Hans .
}
