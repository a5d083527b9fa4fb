"""Jena's own programs, from Debian's `libapache-jena-java` and Java 17."""

import os
import shlex
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.stores.processes import find_program

JARS = Path("/usr/share/java")
#: Jena and what it needs, by the names of Debian's jars.
NAMES = [
    "jena-cmds",
    "jena-arq",
    "jena-core",
    "jena-base",
    "jena-iri",
    "jena-tdb2",
    "jena-shacl",
    "jena-dboe-base",
    "jena-dboe-storage",
    "jena-dboe-transaction",
    "jena-dboe-trans-data",
    "jena-dboe-index",
    "jena-rdfconnection",
    "commons-lang3",
    "commons-csv",
    "commons-io",
    "commons-codec",
    "commons-cli",
    "commons-compress",
    "slf4j-api",
    "slf4j-nop",
    "jcl-over-slf4j",
    "thrift",
    "gson",
    "guava",
    "jackson-core",
    "jackson-databind",
    "jackson-annotations",
    "jsonld-java",
    "titanium-json-ld",
    "jakarta.json-api",
    "httpclient",
    "httpcore",
    "protobuf",
    "dexx.collection",
]
#: Debian moved Jena's copy of Xerces, but not the texts that it looks for by their path.
MOVED = "org/apache/jena/ext"


@dataclass(frozen=True)
class Jena:
    """Runs Jena's programs by the names of their classes."""

    java: str
    class_path: str

    def run(self, program: str, *words: str) -> subprocess.CompletedProcess[bytes]:
        """Return how a program went."""
        return subprocess.run(
            [self.java, "-cp", self.class_path, program, *words],
            check=False,
            capture_output=True,
            timeout=120,
        )

    def read_lines(self, file: Path) -> list[bytes]:
        """Return a file's quads in N-Quads, sorted."""
        result = self.run("riotcmd.riot", "--output=nq", str(file))
        assert (result.returncode, result.stderr) == (0, b"")
        return sorted(set(result.stdout.splitlines(keepends=True)))

    def install(self, program: str, folder: Path) -> None:
        """Make a program callable by its name, as Jena's own distribution has it."""
        folder.mkdir(exist_ok=True)
        words = shlex.join([self.java, "-cp", self.class_path, program])
        script = folder / program
        script.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
        script.chmod(0o755)


def find_jena(folder: Path) -> Jena:
    """Return Jena, with the texts that it needs unpacked to a folder; in CI it has to be there."""
    java = find_program("java", mend="apt-get install openjdk-17-jre-headless")
    missing = [name for name in NAMES if not (JARS / f"{name}.jar").exists()]
    if missing:
        mend = f"{missing[0]}.jar is missing: apt-get install libapache-jena-java"
        if os.environ.get("CI") == "true":
            pytest.fail(mend)
        pytest.skip(mend)
    with zipfile.ZipFile(JARS / "jena-core.jar") as archive:
        names = [name for name in archive.namelist() if name.startswith(f"{MOVED}/xerces/")]
        archive.extractall(folder, names)
    jars = [str(JARS / f"{name}.jar") for name in NAMES]
    return Jena(java, ":".join([*jars, str(folder / MOVED)]))
