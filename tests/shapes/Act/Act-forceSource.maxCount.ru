#+ shape: Act-forceSource
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:forceSource", MaxCount, Violation, Act-forceSource]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:forceSource cq:FromChapeau .
}
