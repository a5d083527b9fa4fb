#+ shape: Endorsement-asteriskSpan
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:asteriskSpan", Class, Violation, Endorsement-asteriskSpan]
#+   - ["<id/mini-2023/zh-Hans/source#char=119,120>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/endorsement/POL> cq:asteriskSpan <id/mini-2023/zh-Hans/source#char=119,120> .
} ;
INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:asteriskSpan "x" .
}
