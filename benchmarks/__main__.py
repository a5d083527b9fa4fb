"""Runs the benchmarks, or those that are named."""

import sys

from benchmarks import building, checking, loading, querying

BENCHMARKS = {
    "building": building.run,
    "checking": checking.run,
    "loading": loading.run,
    "querying": querying.run,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"== {name}")
        BENCHMARKS[name]()
