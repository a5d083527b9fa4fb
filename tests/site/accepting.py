"""What a host should answer, worked out from HTTP's own rules and not from ours."""

from collections.abc import Mapping

DOCUMENT = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
GRAPH = {**DOCUMENT, "trig": "application/trig", "nq": "application/n-quads"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
PROTEGE = (
    "application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09"
)
RDFLIB = (
    "text/turtle, application/rdf+xml, application/n-triples, application/ld+json;q=0.9,*/*;q=0.1"
)
#: The headers that every host is asked with; None is no header at all.
ACCEPTS = [
    None,
    "*/*",
    BROWSER,
    "text/turtle",
    "application/ld+json",
    "application/n-triples",
    "application/rdf+xml",
    "application/trig",
    "application/n-quads;q=0.9, text/turtle;q=0.5",
    "image/png",
    PROTEGE,
    RDFLIB,
    "text/html;q=0.3, application/rdf+xml;q=0.9, */*;q=0.1",
    "text/html;q=0, */*;q=0.5",
    "text/*;q=0.4, APPLICATION/LD+JSON;profile=x ; Q=0.8",
    "application/*, text/html;q=0.2",
    "text/turtle;q=1.000,text/html;q=1",
    "text/turtle;q=0",
    "text/html;charset=utf-8;q=0.05, text/turtle;q=0.01",
]


def choose(accept: str | None, offers: Mapping[str, str]) -> str | None:
    """Return the ending of the best offer, the first one of equals; None if none is acceptable.

    Source: RFC 9110, section 12.5.1.
    """
    if accept is None or not accept.strip():
        return next(iter(offers))
    ranges = [_read(one) for one in accept.lower().split(",")]
    rated = {ending: _rate(media_type, ranges) for ending, media_type in offers.items()}
    best = max(rated, key=lambda ending: rated[ending])
    return best if rated[best] > 0 else None


def _read(one: str) -> tuple[str, float]:
    name, *parameters = (part.strip() for part in one.split(";"))
    given = [part[2:] for part in parameters if part.startswith("q=")]
    return name, float(given[0]) if given else 1.0


def _rate(media_type: str, ranges: list[tuple[str, float]]) -> float:
    group = media_type.partition("/")[0]
    for wanted in (media_type, f"{group}/*", "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return found[0]
    return 0.0
