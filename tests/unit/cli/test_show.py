import json

from tests.conftest import SLUG, Communique


def test_a_paragraph_is_shown_with_forces_and_reservations(communique: Communique):
    """Operative 8: one statement, seven states beside it."""
    result = communique("show", "--paragraph", "operative/8", env={"COLUMNS": "100"})
    assert result.returncode == 0
    assert "Operative paragraph 8" in result.stdout
    assert "7 with reservations" in result.stdout
    assert all(name in result.stdout for name in ("Bulgaria", "Poland", "Zambia"))
    assert "●" in result.stdout


def test_labels_come_in_chinese_too(communique: Communique):
    """Names of states and paragraphs."""
    result = communique("show", "--paragraph", "operative/8", "--language", "zh-Hans")
    assert "执行段落 8" in result.stdout
    assert "波兰" in result.stdout


def test_the_whole_text_is_shown_without_a_paragraph(communique: Communique):
    """All 22, the chapeau among them."""
    result = communique("show", env={"COLUMNS": "100"})
    assert result.stdout.count("Operative paragraph") == 17
    assert result.stdout.count("Preamble paragraph") == 4
    assert "Chapeau" in result.stdout
    assert "no recorded reservation" in result.stdout


def test_json_has_the_words_and_offsets(communique: Communique, source_text: str):
    """For machines: every statement's words are those of the source."""
    shown = json.loads(communique("show", "--json").stdout)
    statements = [one for paragraph in shown for one in paragraph["statements"]]
    assert len(statements) == 106
    assert all(source_text[one["start"] : one["end"]] == one["text"] for one in statements)
    (eighth,) = [one for one in shown if one["paragraph"] == "operative/8"]
    assert eighth["declaration"] == SLUG
    assert len(eighth["reservations"]) == 7


def test_an_unknown_paragraph_is_refused(communique: Communique):
    """With the nearest ones."""
    result = communique("show", "--paragraph", "operative/88")
    assert result.returncode == 2
    assert result.stderr.startswith(f"C071 {SLUG} has no paragraph 'operative/88'. Did you mean ")
    assert result.stderr.count("\n") == 1
