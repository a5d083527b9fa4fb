#+ shape: Furniture
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/furniture/0>", "<http://example.org/p>", Closed, Violation, Furniture]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/zh-Hans/source/furniture/0> <http://example.org/p> "x" .
}
