"""Write layer: quads become files, the same bytes every time, switched in as one generation."""
