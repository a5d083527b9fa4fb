#+ shape: Summary-span
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "cq:span", MaxCount, Violation, Summary-span]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note> cq:span <id/mini-2023/zh-Hans/source#char=117,119> .
}
