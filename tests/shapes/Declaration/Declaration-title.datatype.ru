#+ shape: Declaration-title
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023>", "dcterms:title", Datatype, Violation, Declaration-title]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023> dcterms:title "小型宣言"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023> dcterms:title "x" .
}
