#+ shape: MarkerHasSpan
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, MarkerHasSpan]
#+   - ["<id/mini-2023/zh-Hans/source#char=86,88>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:span <id/mini-2023/zh-Hans/source#char=86,88> .
}
