"""Server layer: the site and its graph over HTTP, with queries in processes that can be ended."""
