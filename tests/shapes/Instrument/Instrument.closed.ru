#+ shape: Instrument
#+ constraint: closed
#+ results:
#+   - ["<id/instrument/un-charter>", "<http://example.org/p>", Closed, Violation, Instrument]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/instrument/un-charter> <http://example.org/p> "x" .
}
