#+ shape: Party-sameAs
#+ constraint: nodeKind
#+ results:
#+   - ["<id/state/POL>", "<https://schema.org/sameAs>", NodeKind, Violation, Party-sameAs]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/state/POL> <https://schema.org/sameAs> "x" .
}
