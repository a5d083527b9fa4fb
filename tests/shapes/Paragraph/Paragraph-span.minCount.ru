#+ shape: Paragraph-span
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/chapeau>", "cq:span", MinCount, Violation, Paragraph-span]
#+   - ["<id/mini-2023/zh-Hans/source#char=70,82>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/chapeau> cq:span <id/mini-2023/zh-Hans/source#char=70,82> .
}
