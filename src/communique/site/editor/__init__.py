"""Site layer: the SPARQL page: the packed editor, its catalogue, and the plain form without it."""
