#+ finds:
#+   - ["cq:writtenBy", "http://www.w3.org/2002/07/owl#TransitiveProperty"]
INSERT DATA { cq:writtenBy a owl:TransitiveProperty }
