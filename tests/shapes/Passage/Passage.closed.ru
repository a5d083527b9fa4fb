#+ shape: Passage
#+ constraint: closed
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/hostmention/18>", "<http://example.org/p>", Closed, Violation, Passage]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> <http://example.org/p> "x" .
}
