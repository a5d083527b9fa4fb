"""Site layer: how to cite a version of the data set: BibTeX, CSL-JSON and CITATION.cff."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from communique.core.iris import Iris
from communique.site.versions.description import version_iri
from communique.site.versions.history import History
from communique.site.words import say

_TITLE: Final = "Communique: multilateral declarations as linked data"
_AUTHOR: Final = "The Communique project's curators"
_LICENCE: Final = "CC-BY-4.0"
#: The files of the citation, by the form they hold.
CITATION_FILES: Final[Mapping[str, str]] = {
    "BibTeX": "cite.bib",
    "CSL-JSON": "cite.json",
    "CITATION.cff": "CITATION.cff",
}


def write_citations(manifest: Mapping[str, Any], history: History) -> dict[str, str]:
    """Return the citation of the current version in each form."""
    version = history.versions[-1]
    address = version_iri(version.name, Iris(manifest["base"]))
    return {
        "BibTeX": write_bibtex(version.name, version.date, address),
        "CSL-JSON": write_csl(version.name, version.date, address),
        "CITATION.cff": write_cff(version.name, version.date, address),
    }


def write_bibtex(name: str, day: date, address: str) -> str:
    """Return an entry for BibTeX; the double braces keep the author's words together."""
    fields = {
        "title": f"{{{_TITLE}}}",
        "author": f"{{{{{_AUTHOR}}}}}",
        "year": f"{{{day.year}}}",
        "version": f"{{{name}}}",
        "url": f"{{{address}}}",
    }
    lines = ",\n".join(f"  {key} = {value}" for key, value in fields.items())
    return f"@misc{{communique,\n{lines}\n}}\n"


def write_csl(name: str, day: date, address: str) -> str:
    """Return an item for citation managers. Source: CSL 1.0.2, appendix on CSL-JSON."""
    item = {
        "id": "communique",
        "type": "dataset",
        "title": _TITLE,
        "author": [{"literal": _AUTHOR}],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "version": name,
        "URL": address,
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


def write_cff(name: str, day: date, address: str) -> str:
    """Return a citation file. Source: Citation File Format 1.2.0; JSON's strings are YAML's."""
    fields = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below.",
        "type": "dataset",
        "title": _TITLE,
        "abstract": say("tagline", "en"),
        "version": name,
        "date-released": day.isoformat(),
        "license": _LICENCE,
        "url": address,
    }
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    return f"{lines}authors:\n  - name: {json.dumps(_AUTHOR)}\n"
