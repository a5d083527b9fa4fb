#+ shape: Passage-span
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/hostmention/18>", "cq:span", MaxCount, Violation, Passage-span]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> cq:span <id/mini-2023/zh-Hans/source#char=117,119> .
}
