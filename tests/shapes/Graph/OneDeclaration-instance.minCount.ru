#+ shape: OneDeclaration-instance
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:declaration", Class, Violation, Endorsement-declaration]
#+   - ["<id/mini-2023/endorsement/ZMB>", "cq:declaration", Class, Violation, Endorsement-declaration]
#+   - ["<id/mini-2023/zh-Hans/note>", "cq:declaration", Class, Violation, Summary-declaration]
#+   - ["<ns#Declaration>", "", SPARQL, Violation, EveryNodeTyped]
#+   - ["<ns#Declaration>", "^<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", MinCount, Violation, OneDeclaration-instance]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> a cq:Declaration .
}
