#+ shape: AnyNode-sameAs
#+ constraint: maxCount
#+ results:
#+   - ["<id/addressee/all-states>", "<http://www.w3.org/2002/07/owl#sameAs>", MaxCount, Violation, AnyNode-sameAs]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/addressee/all-states> <http://www.w3.org/2002/07/owl#sameAs> "x" .
}
