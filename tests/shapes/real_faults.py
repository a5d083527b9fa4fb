"""Faults of the real declaration's graph, each with the shape that is meant for it.

`also` names the other shapes that the same fault breaks: what is wrong in one place is wrong for
whoever relies on it. IRIs are relative to the project's base; `d:` is the declaration, `zh:` its
Chinese expression.
"""

from dataclasses import dataclass

HEADER = """BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX d: <https://w3id.org/communique/id/summit-for-democracy-2023/>
PREFIX zh: <https://w3id.org/communique/id/summit-for-democracy-2023/zh-Hans/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@dataclass(frozen=True)
class Fault:
    """A SPARQL update, the shape that must find it, and the others that do."""

    name: str
    shape: str
    update: str
    also: frozenset[str] = frozenset()


def _drop(node: str, predicate: str) -> str:
    return f"DELETE {{ {node} {predicate} ?o }} WHERE {{ {node} {predicate} ?o }}"


def _put(node: str, predicate: str, value: str) -> str:
    return (
        f"DELETE {{ {node} {predicate} ?o }} INSERT {{ {node} {predicate} {value} }} "
        f"WHERE {{ {node} {predicate} ?o }}"
    )


def _add(node: str, predicate: str, value: str) -> str:
    return f"INSERT DATA {{ {node} {predicate} {value} }}"


def _erase(node: str) -> str:
    return (
        f"DELETE {{ {node} ?p ?o }} WHERE {{ {node} ?p ?o }} ; "
        f"DELETE {{ ?s ?p {node} }} WHERE {{ ?s ?p {node} }}"
    )


_WORK = "<id/summit-for-democracy-2023>"
_SOURCE = "zh:source"
_POLAND, _ALBANIA = "<id/state/POL>", "<id/state/ALB>"
_POLISH = r"d:endorsement\/POL"
_HELD = r"d:reservation\/POL\/operative\/8"
_EIGHT, _NINE = r"d:operative\/8", r"d:operative\/9"
_SENTENCE = r"zh:operative\/8\/statement\/1"
_ACT = r"zh:operative\/8\/statement\/1\/act\/1"
_COMMIT = r"zh:operative\/2\/statement\/1\/act\/1"
_POINT = r"zh:note\/point\/5"


def _shift(predicate: str, offset: str) -> str:
    return (
        f"DELETE {{ ?span {predicate} ?n }} INSERT {{ ?span {predicate} ?m }} "
        f"WHERE {{ {_POLISH} cq:span ?span . ?span {predicate} ?n BIND({offset} AS ?m) }}"
    )


#: (name, the shape meant for it, the others that find it, the update)
_FAULTS = [
    ("a second declaration", "OneDeclaration-instance", "AnyNode-labelInChinese AnyNode-labelInEnglish Declaration-endorsementCount Declaration-hasExpression Declaration-hasParagraph Declaration-identifier Declaration-issued Declaration-operativeCount Declaration-preambleCount Declaration-reservationCount Declaration-statementCount Declaration-title",
     _add("<id/other>", "a", "cq:Declaration")),
    ("no expression", "Declaration-hasExpression", "Expression-declaration NamesInLanguage ParagraphLanguage",
     _drop(_WORK, "cq:hasExpression")),
    ("no title", "Declaration-title", "",
     _drop(_WORK, "dcterms:title")),
    ("a date that is a string", "Declaration-issued", "",
     _put(_WORK, "dcterms:issued", '"2023"')),
    ("two authorities", "SourceDocument-authority", "",
     _add(_SOURCE, "cq:authority", "eli:LegalValue-official")),
    ("an authoritative translation", "TranslationNotAuthoritative", "",
     _put(_SOURCE, "cq:authority", "eli:LegalValue-authoritative")),
    ("a checksum cut short", "SourceDocument-sha256", "",
     _put(_SOURCE, "cq:sha256", '"2c9759"')),
    ("no length", "SourceDocument-length", "",
     _drop(_SOURCE, "cq:length")),
    ("an original without address", "HeldOrPublished", "",
     _drop("d:en", "cq:publishedAt")),
    ("a translation of itself", "TranslationAcyclic", "Expression-translatedFrom",
     _put("d:zh-Hans", "cq:translationOf", "d:zh-Hans")),
    ("a role out of the list", "Paragraph-role", "ChapeauForceOnFirst ChapeauUnnumbered ChapeauWithoutStatement OperativeCountAgrees ParagraphIdentifierAgrees ParagraphNumbersContiguous Reservation-paragraphRole",
     _put(_EIGHT, "cq:role", "cq:Annex")),
    ("a number that stands twice", "ParagraphNumbersUnique", "ParagraphIdentifierAgrees ParagraphNumbersContiguous",
     _put(_EIGHT, "cq:number", "7")),
    ("a gap in the numbers", "ParagraphNumbersContiguous", "ParagraphIdentifierAgrees",
     _put(r"d:operative\/17", "cq:number", "18")),
    ("one preamble paragraph too many declared", "PreambleCountAgrees", "",
     _put(_WORK, "cq:preambleCount", "5")),
    ("one operative paragraph too few declared", "OperativeCountAgrees", "",
     _put(_WORK, "cq:operativeCount", "16")),
    ("a numbered chapeau", "ChapeauUnnumbered", "ParagraphIdentifierAgrees",
     _add("d:chapeau", "cq:number", "1")),
    ("a chapeau at the end", "ChapeauBetween", "ParagraphsInOrder",
     _put("d:chapeau", "cq:position", "23")),
    ("a position that stands twice", "ParagraphPositionsUnique", "",
     _put(_EIGHT, "cq:position", "12")),
    ("a paragraph of two declarations", "Paragraph-declaration", "EveryNodeTyped",
     _add("<id/other>", "cq:hasParagraph", _EIGHT)),
    ("an identifier of another paragraph", "ParagraphIdentifierAgrees", "StatementIdentifierAgrees",
     _put(_EIGHT, "dcterms:identifier", '"operative/9"')),
    ("a text in another language", "StatementLanguage", "MarkerInWords",
     _put(_SENTENCE, "cq:text", '"promoting human rights"@en')),
    ("bare zh as a language", "Expression-language", "NamesInLanguage ParagraphLanguage StatementLanguage",
     _put("d:zh-Hans", "dcterms:language", '"zh"')),
    ("two texts in one language", "Statement-text", "MarkerInWords TextIsItsSpan",
     _add(_SENTENCE, "cq:text", '"另一句。"@zh-Hans')),
    ("a statement without text", "Statement-text", "",
     _drop(_SENTENCE, "cq:text")),
    ("a start one too late", "SpanIriAgrees", "ExactHasLength LeavesFillSource LeavesFollow",
     _shift("oa:start", "?n + 1")),
    ("an end one too early", "ExactHasLength", "LeavesFillSource LeavesFollow SpanIriAgrees",
     _shift("oa:end", "?n - 1")),
    ("an end behind the source's", "SpansWithinSource", "LeavesFillSource LeavesFollow",
     _put(_SOURCE, "cq:length", "9000")),
    ("words with a replacement character", "Span-exact", "NameIsItsSpan",
     f'DELETE {{ ?s oa:exact ?w }} INSERT {{ ?s oa:exact "波\ufffd" }} WHERE {{ {_POLISH} cq:span ?s . ?s oa:exact ?w }}'),
    ("a leaf that nothing holds", "Leaf-holder", "Endorsement-span",
     f"DELETE {{ {_POLISH} cq:span ?s }} WHERE {{ {_POLISH} cq:span ?s }}"),
    ("a leaf that is gone", "LeavesFollow", "LeavesFillSource",
     f"DELETE {{ ?s a cq:Leaf }} WHERE {{ {_POLISH} cq:span ?s }}"),
    ("a statement outside its paragraph", "StatementsInside", "ParagraphsInOrder TextIsItsSpan",
     f"DELETE {{ {_EIGHT} cq:span ?a }} INSERT {{ {_EIGHT} cq:span ?b }} WHERE {{ {_EIGHT} cq:span ?a . {_NINE} cq:span ?b }}"),
    ("statements that overlap", "StatementsApart", "Leaf-holder StatementsInOrder TextIsItsSpan",
     r"DELETE { zh:operative\/9\/statement\/2 cq:span ?a } INSERT { zh:operative\/9\/statement\/2 cq:span ?b } WHERE { zh:operative\/9\/statement\/2 cq:span ?a . zh:operative\/9\/statement\/1 cq:span ?b }"),
    ("a statement without act", "Statement-act", "Act-owner ChapeauForceOnFirst Commitment-binding FirstActIsPrimary Statement-force",
     f"DELETE {{ {_SENTENCE} cq:act ?a }} WHERE {{ {_SENTENCE} cq:act ?a }}"),
    ("a chapeau with a statement", "ChapeauWithoutStatement", "Paragraph-subject Statement-paragraph StatementIdentifierAgrees StatementsInside",
     _add("d:chapeau", "cq:hasStatement", _SENTENCE)),
    ("a force out of the scheme", "Act-forceScheme", "FirstActIsPrimary Statement-force",
     _put(_ACT, "cq:force", "<id/topic/health>")),
    ("an explicit force without marker", "ExplicitHasMarker", "SpanHasMarker",
     _drop(_COMMIT, "cq:marker")),
    ("a marker that the words lack", "MarkerInWords", "MarkerIsItsSpan",
     _put(_COMMIT, "cq:marker", '"谴责"@zh-Hans')),
    ("a chapeau's force on a second sentence", "ChapeauForceOnFirst", "",
     _put(r"zh:operative\/1\/statement\/2\/act\/1", "cq:forceSource", "cq:FromChapeau")),
    ("no performative, but a commitment", "NoPerformativeMeansAssertOrShould", "",
     _put(_COMMIT, "cq:forceSource", "cq:NoPerformative")),
    ("a commitment that nothing binds", "Commitment-binding", "BindingForceBinds",
     _put(_ACT, "cq:binding", "false")),
    ("a binding act without commitment", "BindingMakesCommitment", "",
     f"DELETE DATA {{ {_SENTENCE} a cq:Commitment }}"),
    ("a commit act that does not bind", "BindingForceBinds", "Commitment-binding",
     _put(r"zh:operative\/17\/statement\/6\/act\/1", "cq:binding", "false")),
    ("a demand of nobody", "DirectiveHasAddressee", "",
     _drop(r"zh:preamble\/3\/statement\/7\/act\/1", "cq:addressee")),
    ("two origins", "Annotation-origin", "",
     _add(_ACT, "cq:origin", "cq:Source")),
    ("a rule without its name", "RuleNamed", "",
     _drop(_ACT, "cq:rule")),
    ("a shortcut to another force", "Statement-force", "",
     _add(_SENTENCE, "cq:force", "<id/force/condemn>")),
    ("no shortcut to the primary force", "Statement-primaryForce", "FirstActIsPrimary",
     _drop(_SENTENCE, "cq:primaryForce")),
    ("a primary force of another act", "FirstActIsPrimary", "",
     _put(_SENTENCE, "cq:primaryForce", "<id/force/condemn>")),
    ("an instrument that is only cited by the shortcut", "Statement-cites", "",
     _add(_SENTENCE, "cq:cites", "<id/instrument/udhr>")),
    ("a topic only by the shortcut", "Statement-subject", "",
     _add(_SENTENCE, "dcterms:subject", "<id/topic/health>")),
    ("two endorsements of one state", "EndorsementsUnique", "Party-endorses",
     _put(r"d:endorsement\/ALB", "cq:endorser", _POLAND)),
    ("an asterisk without reservation", "AsteriskMeansReservation", "Reservation-endorsement Reservation-endorser ReservationCountAgrees",
     _drop(_POLISH, "cq:hasReservation")),
    ("an asterisk stripped", "ReservationMeansAsterisk", "AsteriskSpanMeansAsterisk",
     _put(_POLISH, "cq:asterisk", "false")),
    ("an asterisk where none is", "AsteriskMeansReservation", "AsteriskHasSpan",
     _put(r"d:endorsement\/ALB", "cq:asterisk", "true")),
    ("a reservation moved to another paragraph", "Party-reservesOn", "Paragraph-reservedBy",
     _put(_HELD, "cq:paragraph", r"d:operative\/2")),
    ("a reservation on the chapeau", "Reservation-paragraphRole", "Paragraph-reservedBy Party-reservesOn",
     _put(_HELD, "cq:paragraph", "d:chapeau")),
    ("a reservation of two endorsements", "Reservation-endorsement", "Reservation-endorser ReservationMeansAsterisk",
     _add(r"d:endorsement\/ALB", "cq:hasReservation", _HELD)),
    ("a reservation of another state", "Reservation-endorser", "Paragraph-reservedBy Party-reservesOn",
     _put(_HELD, "cq:state", _ALBANIA)),
    ("a kind without its source", "DeterminedKindHasSource", "",
     _put(_HELD, "cq:kind", "cq:Disassociation")),
    ("one endorsement too few", "EndorsementCountAgrees", "Leaf-holder Party-endorses",
     _erase(r"d:endorsement\/ALB")),
    ("one reservation too few", "ReservationCountAgrees", "Leaf-holder Paragraph-reservedBy Party-reservesOn",
     _erase(_HELD)),
    ("endorsed after the list", "Endorsement-endorsedOn", "",
     _add(_POLISH, "cq:endorsedOn", '"2023-03-30"^^xsd:date')),
    ("a name with its asterisk", "Endorsement-nameAsListed", "NameIsItsSpan",
     _put(_POLISH, "cq:nameAsListed", '"波兰*"@zh-Hans')),
    ("a name split wrongly", "NameIsItsSpan", "",
     _put(_POLISH, "cq:nameAsListed", '"波"@zh-Hans')),
    ("a Wikidata page for its item", "Party-wikidata", "",
     _put(_POLAND, "cq:wikidata", "<https://www.wikidata.org/wiki/Q36>")),
    ("two states with one item", "Party-wikidataUnshared", "",
     _put(_POLAND, "cq:wikidata", "<http://www.wikidata.org/entity/Q668>")),
    ("two states with one code", "Party-alpha3Unshared", "",
     _put(_POLAND, "cq:alpha3", '"IND"')),
    ("an identity link", "AnyNode-sameAs", "",
     _add(_POLAND, "owl:sameAs", "<http://www.wikidata.org/entity/Q36>")),
    ("a state that is a concept's match", "Party-exactMatch", "",
     _add(_POLAND, "skos:exactMatch", "<http://www.wikidata.org/entity/Q36>")),
    ("a legal norm", "NoLegalNorms", "KnownTypes",
     _add(_SENTENCE, "a", "odrl:Duty")),
    ("an instrument that nobody cites", "Instrument-citation", "Statement-cites",
     "DELETE { ?c cq:instrument <id/instrument/udhr> } INSERT { ?c cq:instrument <id/instrument/uncac> } WHERE { ?c cq:instrument <id/instrument/udhr> }"),
    ("an instrument without label", "AnyNode-labelInEnglish", "AnyNode-labelInChinese",
     _drop("<id/instrument/udhr>", "rdfs:label")),
    ("a part that the citation's words lack", "CitedPartInWords", "",
     'DELETE { ?c cq:citedPart ?p } INSERT { ?c cq:citedPart "第二条"@zh-Hans } WHERE { ?c cq:citedPart ?p }'),
    ("a blank node", "AnyNode", "Annotation-origin AnyNode-labelInChinese AnyNode-labelInEnglish Correspondence Correspondence-paragraph EveryNodeTyped SummaryPoint-correspondence",
     f"DELETE {{ {_POINT} cq:correspondence ?c . ?c ?p ?o }} INSERT {{ {_POINT} cq:correspondence _:b . _:b ?p ?o }} WHERE {{ {_POINT} cq:correspondence ?c . ?c ?p ?o }}"),
    ("an IRI that is not ASCII", "AnyNode", "",
     "DELETE { d:event ?p ?o . ?s ?q d:event } INSERT { <id/summit-for-democracy-2023/évènement> ?p ?o . ?s ?q <id/summit-for-democracy-2023/évènement> } WHERE { d:event ?p ?o . ?s ?q d:event }"),
    ("a node without type", "EveryNodeTyped", "Endorsement-hasReservation",
     _drop(_HELD, "a")),
    ("an unknown type", "KnownTypes", "",
     _add(_EIGHT, "a", "<http://example.org/Clause>")),
    ("an unknown predicate", "Paragraph", "",
     _add(_EIGHT, "cq:weight", "3")),
    ("a point's paragraph only by the shortcut", "SummaryPoint-summarises", "",
     _add(_POINT, "cq:summarises", _EIGHT)),
    ("a point's number twice", "PointNumbersUnique", "",
     _put(_POINT, "cq:number", "4")),
]  # fmt: skip

FAULTS = tuple(
    Fault(name, shape, HEADER + update, frozenset(also.split()))
    for name, shape, also, update in _FAULTS
)
