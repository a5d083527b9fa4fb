#+ shape: Furniture-isPartOf
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/furniture/0>", "dcterms:isPartOf", MinCount, Violation, Furniture-isPartOf]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/zh-Hans/source/furniture/0> dcterms:isPartOf <id/mini-2023/zh-Hans/source> .
}
