#+ shape: KnownTypes
#+ constraint: in
#+ results:
#+   - ["<http://example.org/T>", "", In, Violation, KnownTypes]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/operative/1> a <http://example.org/T> .
}
