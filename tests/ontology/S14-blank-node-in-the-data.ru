#+ finds:
#+   - ["https://w3id.org/communique/id/letter", "https://w3id.org/communique/ns#writtenBy"]
INSERT DATA { GRAPH graph:data { <https://w3id.org/communique/id/letter> cq:writtenBy [] } }
