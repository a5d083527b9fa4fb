#+ finds:
#+   - ["cq:writtenBy", ""]
INSERT DATA { cq:writtenBy a owl:AnnotationProperty }
