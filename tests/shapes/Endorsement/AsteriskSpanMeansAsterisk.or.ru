#+ shape: AsteriskSpanMeansAsterisk
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/endorsement/ZMB>", "", Or, Violation, AsteriskSpanMeansAsterisk]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/endorsement/ZMB> cq:asteriskSpan <id/mini-2023/zh-Hans/source#char=119,120> .
}
