"""What a folder of output holds: a whole generation, which one, and what lies beside it."""

import hashlib
import json
import re
from pathlib import Path

GENERATION = re.compile(r"[0-9a-f]{32}")


def read_base(out: Path) -> str:
    """Return the base of a whole generation; every file is held to the manifest's sha256."""
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    found = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    assert found == {*manifest["files"], "manifest.json"}
    for name, listed in manifest["files"].items():
        data = (out / name).read_bytes()
        assert len(data) == listed["bytes"], name
        assert hashlib.sha256(data).hexdigest() == listed["sha256"], name
    base: str = manifest["base"]
    return base


def list_store(out: Path) -> list[str]:
    """Return the names in the folder of generations, the generations' own names as 'generation'."""
    store = out.parent / f".{out.name}"
    names = (path.name for path in store.iterdir())
    return sorted(GENERATION.sub("generation", name) for name in names)
