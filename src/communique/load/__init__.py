"""Load layer: graphs go into triple stores, and are read back before anything is called loaded."""
