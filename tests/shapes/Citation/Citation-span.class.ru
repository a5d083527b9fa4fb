#+ shape: Citation-span
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "cq:span", Class, Violation, Citation-span]
#+   - ["<id/mini-2023/zh-Hans/source#char=90,102>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> cq:span <id/mini-2023/zh-Hans/source#char=90,102> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> cq:span "x" .
}
