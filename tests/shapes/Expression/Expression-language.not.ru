#+ shape: Expression-language
#+ constraint: not
#+ results:
#+   - ["<id/mini-2023/zh-Hans>", "", SPARQL, Violation, StatementLanguage]
#+   - ["<id/mini-2023/zh-Hans>", "dcterms:language", Not, Violation, Expression-language]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, NamesInLanguage]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphLanguage]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/zh-Hans> dcterms:language "zh-Hans" .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans> dcterms:language "ZH" .
}
