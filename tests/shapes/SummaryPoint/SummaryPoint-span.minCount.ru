#+ shape: SummaryPoint-span
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:span", MinCount, Violation, SummaryPoint-span]
#+   - ["<id/mini-2023/zh-Hans/source#char=42,47>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:span <id/mini-2023/zh-Hans/source#char=42,47> .
}
