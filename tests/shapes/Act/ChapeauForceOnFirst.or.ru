#+ shape: ChapeauForceOnFirst
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2/act/1>", "", Or, Violation, ChapeauForceOnFirst]
#+   - ["<id/mini-2023/zh-Hans/preamble/1/statement/1/act/1>", "", Or, Violation, ChapeauForceOnFirst]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

# Neither the second statement of an operative paragraph nor the first of another one.
DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/2/act/1> cq:forceSource cq:Explicit .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:forceSource cq:Explicit .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/2/act/1> cq:forceSource cq:FromChapeau .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:forceSource cq:FromChapeau .
}
