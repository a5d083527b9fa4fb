"""Load layer: scripts for the stores' own bulk loaders, for corpora too large for HTTP."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from communique.core.errors import InputError
from communique.load.local_graphs import find_source

_HEAD: Final = """\
#!/usr/bin/env bash
# {what}
# Loads {file}
# Afterwards compare every graph:  communique load URL --from {folder} --dry-run
set -euo pipefail
file={file}
"""


def write_recipe(kind: str, path: Path) -> str:
    """Return a shell script that loads a build with a store's own bulk loader.

    `kind` is one of `RECIPES`. Errors: C063 there is nothing to load, C110 no such kind.
    """
    if kind not in RECIPES:
        mend = f"Use one of {', '.join(RECIPES)}."
        raise InputError("C110", f"there is no recipe for '{kind}'", mend=mend)
    what, body = RECIPES[kind]
    source = find_source(path)
    file, folder = (shlex.quote(str(one.absolute())) for one in (source.file, path))
    return _HEAD.format(what=what, file=file, folder=folder) + body()


def _oxigraph() -> str:
    return """\
# The server has to be stopped: one process at a time opens the folder.
location=${OXIGRAPH_LOCATION:?the folder that the server is started with}
oxigraph load --location "$location" --file "$file"
"""


def _virtuoso() -> str:
    return """\
# Run it on the store's own machine: isql takes the password as an argument only. The folder of
# the file has to stand in DirsAllowed of virtuoso.ini. Triples are added to graphs that are there.
server=${VIRTUOSO_SQL:-localhost:1111}
: "${VIRTUOSO_PASSWORD:?the password of dba}"
folder=$(dirname "$file") name=$(basename "$file")
# isql exits with 0 whatever happens, so the list of loaded files is asked in the end.
quiet="VERBOSE=OFF BANNER=OFF PROMPT=OFF ERRORS=STDOUT"
state=$(isql-vt "$server" dba "$VIRTUOSO_PASSWORD" $quiet << EOF
delete from DB.DBA.load_list where ll_file = '$folder/$name';
ld_dir('$folder', '$name', 'urn:communique:no-graph');
rdf_loader_run();
checkpoint;
select concat('state=', cast(ll_state as varchar), ' error=', coalesce(ll_error, 'none'))
from DB.DBA.load_list where ll_file = '$folder/$name';
EOF
) || true
case $state in
  *'state=2 error=none'*) echo "loaded $file" ;;
  *) echo "not loaded: $state" >&2; exit 1 ;;
esac
"""


def _tdb2() -> str:
    return """\
# Jena's loader for TDB2, which Fuseki serves; the server has to be stopped.
location=${TDB2_LOCATION:?the folder of the database}
tdb2.tdbloader --loc "$location" "$file"
"""


def _graphdb() -> str:
    return """\
# Untested here. The server has to be stopped; the repository is made by the loader.
repository=${GRAPHDB_REPOSITORY:?the name of the repository}
importrdf preload --force --id "$repository" "$file"
"""


def _qlever() -> str:
    return """\
# Untested here. Run it in the folder of the Qleverfile; the index is built from nothing.
name=${QLEVER_NAME:-communique}
qlever index --name "$name" --input-files "$file" --cat-input-files "cat $file" --format nq
"""


#: What each recipe is for, and its commands.
RECIPES: Final[Mapping[str, tuple[str, Callable[[], str]]]] = {
    "oxigraph": ("Oxigraph's own loader", _oxigraph),
    "virtuoso": ("Virtuoso's own loader", _virtuoso),
    "tdb2": ("Jena's own loader", _tdb2),
    "graphdb": ("GraphDB's own loader", _graphdb),
    "qlever": ("QLever's own indexer", _qlever),
}
