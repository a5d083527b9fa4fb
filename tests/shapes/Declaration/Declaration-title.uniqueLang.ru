#+ shape: Declaration-title
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/mini-2023>", "dcterms:title", UniqueLang, Violation, Declaration-title]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023> dcterms:title "简报:小型宣言"@zh-Hans .
}
