#+ shape: Passage-span
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=18,24>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]
#+   - ["<id/mini-2023/zh-Hans/source/hostmention/18>", "cq:span", Class, Violation, Passage-span]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> cq:span <id/mini-2023/zh-Hans/source#char=18,24> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> cq:span "x" .
}
