"""Build layer: endorsements and reservations, and the authority records of the parties."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import bilingual, label_paragraph
from communique.build.spans import SpanRegister
from communique.build.terms import ALT_LABEL, PREF_LABEL, SAME_AS, boolean, cq
from communique.core.iris import Iris
from communique.core.model import Declaration, Endorsement, PartyRecord, Reservation

#: The schemes of codes that the graph has, with their properties.
_CODES = {"alpha2": "alpha2", "alpha3": "alpha3", "m49": "m49", "un-region": "unRegion"}
_CLASSES = {"state": "State", "organisation": "Organisation"}
_WIKIDATA = "http://www.wikidata.org/entity/"


def party_key(party: str) -> str:
    """Return the last step of a party's identifier.

    >>> party_key("state/POL")
    'POL'
    """
    return party.rpartition("/")[2]


def build_endorsements(
    graph: GraphBuilder, spans: SpanRegister, iris: Iris, declaration: Declaration
) -> None:
    """Add each endorsement with its reservations, in the order of the list.

    English labels have the party's key, not its name, so that a name stands in its record alone.
    """
    work = ox.NamedNode(iris.thing(declaration.slug))
    language = declaration.held.language
    for endorsement in declaration.endorsements:
        key = party_key(endorsement.party)
        node = ox.NamedNode(iris.thing(declaration.slug, "endorsement", key))
        labels = bilingual(f"Endorsement by {key}", f"{endorsement.name}的背书")
        graph.describe(node, [cq("Endorsement")], labels)
        graph.add(node, cq("declaration"), work)
        graph.add(node, cq("endorser"), ox.NamedNode(iris.thing(endorsement.party)))
        graph.add_date(node, cq("listedAsOf"), declaration.issued)
        graph.add(node, cq("asterisk"), boolean(endorsement.asterisk is not None))
        graph.add_labels(node, cq("nameAsListed"), {language: endorsement.name})
        spans.point(node, endorsement.span)
        if endorsement.asterisk:
            spans.point(node, endorsement.asterisk, predicate=cq("asteriskSpan"))
        _build_reservations(graph, spans, iris, declaration, endorsement)


def _build_reservations(
    graph: GraphBuilder,
    spans: SpanRegister,
    iris: Iris,
    declaration: Declaration,
    endorsement: Endorsement,
) -> None:
    key = party_key(endorsement.party)
    holder = ox.NamedNode(iris.thing(declaration.slug, "endorsement", key))
    for reservation in endorsement.reservations:
        iri = reservation_iri(iris, declaration, reservation)
        node = ox.NamedNode(iri)
        graph.add(holder, cq("hasReservation"), node)
    for reservation in endorsement.reservations:
        node = ox.NamedNode(reservation_iri(iris, declaration, reservation))
        paragraph = label_paragraph(reservation.paragraph)
        labels = bilingual(
            f"Reservation by {key} on {paragraph['en'].lower()}",
            f"{reservation.name}对{paragraph['zh-Hans']}的保留",
        )
        graph.describe(node, [cq("Reservation")], labels)
        target = ox.NamedNode(iris.thing(declaration.slug, reservation.paragraph))
        graph.add(node, cq("paragraph"), target)
        graph.add(node, cq("state"), ox.NamedNode(iris.thing(reservation.party)))
        graph.add(node, cq("kind"), cq("Undetermined"))
        name = {declaration.held.language: reservation.name}
        graph.add_labels(node, cq("nameAsListed"), name)
        spans.point(node, reservation.span)


def reservation_iri(iris: Iris, declaration: Declaration, reservation: Reservation) -> str:
    """Return the IRI of a reservation: declaration, party, paragraph."""
    key = party_key(reservation.party)
    return iris.thing(declaration.slug, "reservation", key, reservation.paragraph)


def build_records(graph: GraphBuilder, iris: Iris, records: Iterable[PartyRecord]) -> None:
    """Add the authority records of parties: names, codes and accepted links."""
    for record in records:
        node = ox.NamedNode(iris.thing(record.identifier))
        kind = _CLASSES[record.identifier.partition("/")[0]]
        labels = bilingual(record.preferred("en"), record.preferred("zh-Hans"))
        graph.describe(node, [cq(kind), cq("Party")], labels)
        preferred = {language: names[0] for language, names in record.names.items()}
        graph.add_labels(node, PREF_LABEL, preferred)
        for language, names in record.names.items():
            for name in names[1:]:
                graph.add_labels(node, ALT_LABEL, {language: name})
        for scheme, term in _CODES.items():
            if scheme in record.codes:
                graph.add_text(node, cq(term), record.codes[scheme])
        if record.wikidata:
            graph.add(node, cq("wikidata"), ox.NamedNode(_WIKIDATA + record.wikidata))
        for link in record.same_as:
            graph.add(node, SAME_AS, ox.NamedNode(link))
