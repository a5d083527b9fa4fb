"""Check layer: SHACL shapes, rules over the data set, and the round trip to the source's bytes."""
