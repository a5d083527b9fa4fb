#+ shape: OthersHaveStatements
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/chapeau>", "", Or, Violation, OthersHaveStatements]
#+   - ["<id/mini-2023/chapeau>", "", Or, Violation, OthersNumbered]
#+   - ["<id/mini-2023/chapeau>", "cq:role", MinCount, Violation, Paragraph-role]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/chapeau> cq:role cq:Chapeau .
}
