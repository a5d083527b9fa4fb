#+ shape: NoLegalNorms
#+ constraint: not
#+ results:
#+   - ["<http://docs.oasis-open.org/LegalRuleML/ns/v1.0/Obligation>", "", In, Violation, KnownTypes]
#+   - ["<http://docs.oasis-open.org/LegalRuleML/ns/v1.0/Obligation>", "", Not, Violation, NoLegalNorms]
#+   - ["<http://www.w3.org/ns/odrl/2/Duty>", "", In, Violation, KnownTypes]
#+   - ["<http://www.w3.org/ns/odrl/2/Duty>", "", Not, Violation, NoLegalNorms]

BASE <https://w3id.org/communique/>

INSERT DATA {
  <id/mini-2023/operative/1>
    a <http://www.w3.org/ns/odrl/2/Duty> , <http://docs.oasis-open.org/LegalRuleML/ns/v1.0/Obligation> .
}
