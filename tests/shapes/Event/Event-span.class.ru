#+ shape: Event-span
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/event>", "cq:span", Class, Violation, Event-span]
#+   - ["<id/mini-2023/zh-Hans/source#char=31,36>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/event> cq:span <id/mini-2023/zh-Hans/source#char=31,36> .
} ;
INSERT DATA {
  <id/mini-2023/event> cq:span "x" .
}
