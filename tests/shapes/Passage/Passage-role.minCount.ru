#+ shape: Passage-role
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/event>", "", SPARQL, Violation, HostsAgree]
#+   - ["<id/mini-2023/zh-Hans/source/hostmention/18>", "cq:role", MinCount, Violation, Passage-role]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> cq:role cq:HostMention .
}
