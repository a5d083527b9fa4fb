#+ shape: AsteriskHasSpan
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "", Or, Violation, AsteriskHasSpan]
#+   - ["<id/mini-2023/zh-Hans/source#char=119,120>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/endorsement/POL> cq:asteriskSpan <id/mini-2023/zh-Hans/source#char=119,120> .
}
