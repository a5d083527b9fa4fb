"""What pytest leaves alone here: the script that another Python runs."""

# It imports Debian's JPype, which the test environment hasn't got (see `test_third_opinion`).
collect_ignore = ["jena_shacl.py"]
