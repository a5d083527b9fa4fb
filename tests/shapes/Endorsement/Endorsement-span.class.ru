#+ shape: Endorsement-span
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:span", Class, Violation, Endorsement-span]
#+   - ["<id/mini-2023/zh-Hans/source#char=117,119>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/endorsement/POL> cq:span <id/mini-2023/zh-Hans/source#char=117,119> .
} ;
INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:span "x" .
}
