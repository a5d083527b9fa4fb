#+ shape: Summary-title
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "dcterms:title", Datatype, Violation, Summary-title]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/zh-Hans/note> dcterms:title "简报:小型宣言"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/note> dcterms:title "x" .
}
