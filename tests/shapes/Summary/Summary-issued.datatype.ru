#+ shape: Summary-issued
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "dcterms:issued", Datatype, Violation, Summary-issued]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note> dcterms:issued "2023-03-29"^^xsd:date .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/note> dcterms:issued "x" .
}
