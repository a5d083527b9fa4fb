"""A small interpreter of Netlify's two files, for the parts of them that we write.

Source: docs.netlify.com, 'Syntax for the _redirects file', 'Syntax for the _headers file'; a rule
doesn't hide a file that is there, and a splat ends the path.
"""

import re
from collections.abc import Collection
from urllib.parse import unquote


def redirect(rules: str, path: str, files: Collection[str]) -> tuple[int, str]:
    """Return the status and the path that a request ends at: a file's, a redirect's or ''."""
    if path.lstrip("/") in files:
        return 200, path
    for line in rules.splitlines():
        if line.startswith("#"):
            continue
        source, target, status = line.split()
        found = _match(source, path)
        if found is not None:
            place = target.replace(":splat", found)
            missing = status == "200" and place.lstrip("/") not in files
            return (404, "") if missing else (int(status), place)
    return 404, ""


def _match(source: str, path: str) -> str | None:
    """Return what a splat stands for, '' where there is none, or None if the rule is another's."""
    if source.endswith("*"):
        start = source.removesuffix("*")
        return path.removeprefix(start) if path.startswith(start) else None
    return "" if unquote(source) == unquote(path) else None


def read_headers(rules: str, path: str) -> dict[str, str]:
    """Return the headers that a path gets, all rules together; a star stands for anything."""
    headers: dict[str, str] = {}
    applies = False
    for line in rules.splitlines():
        if line.startswith("/"):
            expression = re.escape(line.strip()).replace(r"\*", ".*")
            applies = re.fullmatch(expression, path) is not None
        elif applies:
            name, _, value = line.strip().partition(": ")
            headers[name] = value
    return headers
