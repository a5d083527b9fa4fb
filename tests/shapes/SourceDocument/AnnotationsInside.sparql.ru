#+ shape: AnnotationsInside
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=61,63>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, AnnotationsInside]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, MarkerIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:span <id/mini-2023/zh-Hans/source#char=61,63> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:span <id/mini-2023/zh-Hans/source#char=86,88> .
}
