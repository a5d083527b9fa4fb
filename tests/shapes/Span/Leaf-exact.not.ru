#+ shape: Leaf-exact
#+ constraint: not
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=117,119>", "oa:exact", Not, Violation, Leaf-exact]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, NameIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=117,119> oa:exact "波兰" .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=117,119> oa:exact """
波""" .
}
