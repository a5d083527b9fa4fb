"""Link layer: candidates, checks and the snapshot of Wikidata, and questions joined with it."""
