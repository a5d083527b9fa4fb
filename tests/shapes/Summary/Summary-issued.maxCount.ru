#+ shape: Summary-issued
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "dcterms:issued", MaxCount, Violation, Summary-issued]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note> dcterms:issued "1945-06-26"^^xsd:date .
}
