#+ shape: Paragraph-role
#+ constraint: in
#+ results:
#+   - ["<id/mini-2023/chapeau>", "cq:role", In, Violation, Paragraph-role]
#+   - ["<id/mini-2023/chapeau>", "cq:role", MaxCount, Violation, Paragraph-role]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/chapeau> cq:role cq:HostMention .
}
