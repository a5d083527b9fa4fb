"""Build layer: a typed Declaration becomes quads in named graphs. `docs/model.md` lists them."""
