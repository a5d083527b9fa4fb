import pytest

from communique.build.declaration import camel_case
from communique.build.labels import (
    extend,
    label_expression,
    label_paragraph,
    label_passage,
    label_span,
    label_statement,
)
from communique.core.source import Span


def test_things_are_called_what_a_reader_calls_them():
    """In both languages."""
    assert label_statement("preamble/1", 2) == {
        "en": "Preamble paragraph 1, statement 2",
        "zh-Hans": "序言段落 1，第 2 句",
    }
    assert label_paragraph("chapeau") == {"en": "Chapeau", "zh-Hans": "引导句"}
    assert label_span(Span(3, 9))["en"] == "Characters 3 to 9"
    assert label_passage("web-address", Span(3, 9))["en"] == "Web address at character 3"


@pytest.mark.parametrize("labels", [{"en": "A"}, {"zh-Hans": "A"}, {"fr": "A"}])
def test_labels_come_in_both_languages_whatever_there_was(labels: dict[str, str]):
    """The first one stands in for a language that is missing."""
    assert extend(labels, "b", "丙") == {"en": "A, b", "zh-Hans": "A，丙"}
    assert label_expression(labels, "de") == {"en": "A, in de", "zh-Hans": "A，de"}


@pytest.mark.parametrize(
    ("slug", "name"), [("title", "Title"), ("host-mention", "HostMention"), ("words", "Words")]
)
def test_roles_are_terms_of_the_vocabulary(slug: str, name: str):
    """As `docs/model.md` names them."""
    assert camel_case(slug) == name
