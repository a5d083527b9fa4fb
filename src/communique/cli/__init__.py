"""Command line layer: the only place that prints, asks and exits."""
