import dataclasses

import pytest

from communique.core.model import Act, Declaration, Origin, Paragraph, PartyRecord, Statement
from communique.core.source import Span

RULE = Origin(kind="rule", rule="zh-Hans:act:commit")


def _statement(*binding: bool) -> Statement:
    acts = tuple(
        Act(force="commit", source="explicit", marker=None, binding=one, origin=RULE)
        for one in binding
    )
    return Statement(number=1, position=1, span=Span(0, 1), acts=acts)


@pytest.mark.parametrize(
    ("binding", "expected"), [((), False), ((False,), False), ((False, True), True)]
)
def test_a_commitment_has_a_binding_act(binding: tuple[bool, ...], expected: bool):
    """One is enough; the force alone is not."""
    assert _statement(*binding).is_commitment is expected


def test_a_paragraph_is_identified_by_role_and_number():
    """The chapeau by its role alone."""
    chapeau = Paragraph(role="chapeau", number=None, position=5, span=Span(0, 1))
    numbered = Paragraph(role="operative", number=8, position=13, span=Span(0, 1))
    assert [one.identifier for one in (chapeau, numbered)] == ["chapeau", "operative/8"]


def test_a_record_without_a_name_in_a_language_goes_by_the_english_one():
    """Names are in order: the preferred one first."""
    record = PartyRecord(
        identifier="state/POL", names={"en": ("Poland",), "zh-Hans": ("波兰", "波")}, codes={}
    )
    assert [record.preferred(one) for one in ("zh-Hans", "fr")] == ["波兰", "Poland"]


def test_the_model_is_frozen(declaration: Declaration):
    """What was read is not changed afterwards."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        declaration.slug = "other"  # type: ignore[misc]


def test_statements_and_reservations_come_in_the_order_of_the_text(declaration: Declaration):
    """106 statements by span; 19 reservations by the list of endorsers."""
    starts = [statement.span.start for _, statement in declaration.statements()]
    listed = [one.party for one in declaration.endorsements if one.reservations]
    reserving = list(dict.fromkeys(one.party for one in declaration.reservations()))
    assert starts == sorted(starts)
    assert len(starts) == 106
    assert reserving == listed
