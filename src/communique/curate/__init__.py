"""Edge layer: makes the authority records in `data/states/` from packages and decisions by hand.

`python -m communique.curate` writes the tables again. It needs the extra `curate`; nothing else of
the project imports this package, and it never asks a network.
"""
