#+ shape: Expression-title
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/mini-2023/zh-Hans>", "dcterms:title", UniqueLang, Violation, Expression-title]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023/zh-Hans> dcterms:title "简报:小型宣言"@zh-Hans .
}
