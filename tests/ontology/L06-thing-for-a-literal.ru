#+ finds:
#+   - ["cq:length", "https://w3id.org/communique/id/state"]
INSERT DATA { GRAPH graph:data { <https://w3id.org/communique/id/state> cq:length <https://w3id.org/communique/id/state> } }
