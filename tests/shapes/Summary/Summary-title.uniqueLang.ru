#+ shape: Summary-title
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "dcterms:title", UniqueLang, Violation, Summary-title]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023/zh-Hans/note> dcterms:title "小型宣言"@zh-Hans .
}
