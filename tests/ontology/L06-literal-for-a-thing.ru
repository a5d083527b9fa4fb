#+ finds:
#+   - ["cq:writtenBy", "somebody"]
INSERT DATA { GRAPH graph:data { <https://w3id.org/communique/id/letter> cq:writtenBy "somebody" } }
