"""Core layer: the typed model, the source text with its offsets, errors, and IRIs."""
