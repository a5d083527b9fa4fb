#+ shape: Party-sameAs
#+ constraint: pattern
#+ results:
#+   - ["<id/state/POL>", "<https://schema.org/sameAs>", NodeKind, Violation, Party-sameAs]
#+   - ["<id/state/POL>", "<https://schema.org/sameAs>", Pattern, Violation, Party-sameAs]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/state/POL> <https://schema.org/sameAs> "某"@zh-Hans .
}
