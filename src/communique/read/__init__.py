"""Read layer: a source text, its recipe, the lexicon and the review become a typed Declaration."""
