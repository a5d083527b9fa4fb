#+ shape: Furniture-isPartOf
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/furniture/0>", "dcterms:isPartOf", Class, Violation, Furniture-isPartOf]
#+   - ["<id/mini-2023/zh-Hans/source/furniture/0>", "dcterms:isPartOf", MaxCount, Violation, Furniture-isPartOf]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023/zh-Hans/source/furniture/0> dcterms:isPartOf "x" .
}
