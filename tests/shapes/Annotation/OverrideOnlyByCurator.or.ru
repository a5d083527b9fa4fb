#+ shape: OverrideOnlyByCurator
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/preamble/1/statement/1/act/1>", "", Or, Violation, OverrideOnlyByCurator]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:overriddenRule "r2" .
}
