"""Runs the benchmarks, or those that are named."""

import sys

from benchmarks import building, checking, loading, querying, serving, serving_queries

BENCHMARKS = {
    "building": building.run,
    "checking": checking.run,
    "loading": loading.run,
    "querying": querying.run,
    "serving": serving.run,
    "serving-queries": serving_queries.run,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"== {name}")
        BENCHMARKS[name]()
