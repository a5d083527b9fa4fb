"""Site layer: the files with the rules of each host.

Those that a host reads from the folder of the site stand there; those that somebody puts into a
configuration, or sends to w3id.org, stand under `hosting/`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import jinja2

from communique.site.hosting.accept import (
    DOCUMENT,
    GRAPH,
    write_expressions,
    write_offers,
    write_qualities,
)
from communique.site.hosting.rules import (
    DOCUMENTS,
    GRAPHS,
    OTHER_TYPES,
    PLAIN,
    RDF_TYPES,
    TEXT_TYPES,
    Rules,
    escape_bytes,
    escape_characters,
    write_content_type,
)

_TEMPLATES: Final = Path(__file__).parents[1] / "templates" / "hosting"
#: Each file with its template.
_FILES: Final[Mapping[str, str]] = {
    ".htaccess": "apache.conf",
    "_headers": "netlify-headers.txt",
    "_redirects": "netlify-redirects.txt",
    "hosting/README.md": "README.md",
    "hosting/caddy.conf": "caddy.conf",
    "hosting/nginx-http.conf": "nginx-http.conf",
    "hosting/nginx-server.conf": "nginx-server.conf",
    "hosting/w3id/communique.htaccess": "w3id.conf",
    "hosting/w3id/README.md": "w3id.md",
}


def write_hosting(rules: Rules) -> dict[str, bytes]:
    """Return the files with the rules of every host, by name."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=False,  # noqa: S701 - no HTML; what comes from the data is escaped for each host
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    values = _collect_values(rules)
    files = {
        name: environment.get_template(template).render(values).encode()
        for name, template in _FILES.items()
    }
    # GitHub Pages leaves out what begins with a dot or an underscore unless this file is there.
    return {**files, ".nojekyll": b""}


def _collect_values(rules: Rules) -> dict[str, Any]:
    return {
        "rules": rules,
        "types": {**TEXT_TYPES, **RDF_TYPES},
        "other_types": OTHER_TYPES,
        "text_types": _list_text_types(),
        "content_type": write_content_type,
        "plain": PLAIN,
        "documents": DOCUMENTS,
        "graphs": GRAPHS,
        "path": escape_bytes(rules.path),
        "place": escape_characters(rules.path),
        "document": write_offers(DOCUMENT),
        "graph": write_offers(GRAPH),
        "document_endings": list(DOCUMENT),
        "graph_endings": list(GRAPH),
        "expressions": write_expressions(),
        "named": write_expressions(name="communique_ending"),
        "qualities": {ending: write_qualities(one) for ending, one in GRAPH.items()},
        "wins": compare_qualities,
        "bytes": escape_bytes,
        "characters": escape_characters,
        "quoted": lambda text: quote(text, safe="/"),
    }


def _list_text_types() -> list[str]:
    """Return the types that nginx adds the charset to."""
    types = {**TEXT_TYPES, **RDF_TYPES}.values()
    return sorted({one for one in types if write_content_type(one) != one})


def compare_qualities(ending: str, endings: Sequence[str]) -> str:
    """Return Caddy's condition that an offer is wanted, and most of all; the first wins a tie.

    >>> compare_qualities("ttl", ["html", "ttl"])
    '{communique_ttl} != "0" && {communique_ttl} > {communique_html}'
    """
    own = f"{{communique_{ending}}}"
    place = endings.index(ending)
    signs = [(other, ">" if endings.index(other) < place else ">=") for other in endings]
    beaten = [f"{own} {sign} {{communique_{other}}}" for other, sign in signs if other != ending]
    return " && ".join([f'{own} != "0"', *beaten])
