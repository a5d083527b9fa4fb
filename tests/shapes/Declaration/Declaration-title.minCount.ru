#+ shape: Declaration-title
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023>", "dcterms:title", MinCount, Violation, Declaration-title]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023> dcterms:title "小型宣言"@zh-Hans .
}
