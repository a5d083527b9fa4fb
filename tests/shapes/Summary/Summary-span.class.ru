#+ shape: Summary-span
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "cq:span", Class, Violation, Summary-span]
#+   - ["<id/mini-2023/zh-Hans/source#char=7,14>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note> cq:span <id/mini-2023/zh-Hans/source#char=7,14> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/note> cq:span "x" .
}
