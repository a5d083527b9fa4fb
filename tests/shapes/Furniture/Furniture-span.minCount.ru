#+ shape: Furniture-span
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]
#+   - ["<id/mini-2023/zh-Hans/source/furniture/0>", "cq:span", MinCount, Violation, Furniture-span]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source/furniture/0> cq:span <id/mini-2023/zh-Hans/source#char=0,7> .
}
