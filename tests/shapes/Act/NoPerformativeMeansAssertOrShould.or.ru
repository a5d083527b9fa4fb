#+ shape: NoPerformativeMeansAssertOrShould
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/preamble/1/statement/1/act/1>", "", Or, Violation, NoPerformativeMeansAssertOrShould]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:forceSource cq:Explicit .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:forceSource cq:NoPerformative .
}
