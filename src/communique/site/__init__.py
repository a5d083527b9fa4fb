"""Site layer: pages for people, made from the ontology, the shapes, the queries and the data."""
