#+ shape: Event-nameAsListed
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/mini-2023/event>", "cq:nameAsListed", UniqueLang, Violation, Event-nameAsListed]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, NameIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/event> cq:nameAsListed "波兰"@zh-Hans .
}
