#+ shape: TranslationAcyclic
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/en>", "", SPARQL, Violation, TranslationAcyclic]
#+   - ["<id/mini-2023/zh-Hans>", "", SPARQL, Violation, TranslationAcyclic]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/en> cq:translationOf <id/mini-2023/zh-Hans> .
}
