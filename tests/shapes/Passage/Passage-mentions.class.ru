#+ shape: Passage-mentions
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/event>", "", SPARQL, Violation, HostsAgree]
#+   - ["<id/mini-2023/zh-Hans/source/hostmention/18>", "cq:mentions", Class, Violation, Passage-mentions]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> cq:mentions <id/state/ZMB> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> cq:mentions "x" .
}
