"""Writes a generation again and again, killed at each line of the writer in turn.

Run as a script (`OUT` is a path that isn't there yet): it forks for each line, so it must not share
its process with anything else. It prints one JSON object a kill: the line, and what was left.
"""

import itertools
import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from communique.write import generation

OLD = {"manifest.json": b"old", "tables/a.csv": b"old rows"}
NEW = {"manifest.json": b"new", "tables/a.csv": b"new rows", "b.nq": b"more"}


def read_state(out: Path) -> str:
    """Return 'old' or 'new' for a whole generation, or what is there instead."""
    paths = (path for path in out.rglob("*") if path.is_file())
    held = {str(path.relative_to(out)): path.read_bytes() for path in paths}
    return {str(OLD): "old", str(NEW): "new"}.get(_order(held), f"broken: {sorted(held)}")


def _order(files: dict[str, bytes]) -> str:
    return next((str(whole) for whole in (OLD, NEW) if whole == files), "")


def write_and_die(out: Path, nth: int) -> None:
    """Write the new generation; die by SIGKILL before the n-th line of the writer is run."""
    counter = itertools.count(1)

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename != generation.__file__:
            return None
        if event == "line" and next(counter) == nth:
            sys.stdout.write(f"{frame.f_lineno}\n")
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    generation.write_generation(out, NEW)
    os._exit(0)


def main() -> None:
    """Kill at line after line, until a write comes through."""
    out = Path(sys.argv[1])
    for nth in itertools.count(1):
        generation.write_generation(out, OLD)
        child = os.fork()
        if not child:
            write_and_die(out, nth)
        _, status = os.waitpid(child, 0)
        state = read_state(out)
        left = len(list((out.parent / f".{out.name}").iterdir()))
        sys.stdout.write(
            json.dumps({"killed": os.WIFSIGNALED(status), "state": state, "left": left}) + "\n"
        )
        sys.stdout.flush()
        generation.write_generation(out, OLD)
        swept = len(list((out.parent / f".{out.name}").iterdir()))
        if swept != len(("lock", "generation")) or read_state(out) != "old":
            sys.exit(f"after kill {nth}: {swept} entries, {read_state(out)}")
        if not os.WIFSIGNALED(status):
            return


if __name__ == "__main__":
    main()
