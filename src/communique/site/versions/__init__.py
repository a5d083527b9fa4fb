"""Site layer: the versions of the graph that a site has published, and what changed in each."""
