#+ shape: SourceDocument-sha256
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "<https://w3id.org/communique/ns#sha256>", MinCount, Violation, SourceDocument-sha256]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source> cq:sha256 "6c3d8ecb45df240741a480aa948ac2c122af137ff87350ab46ca41da4f94cf04" .
}
