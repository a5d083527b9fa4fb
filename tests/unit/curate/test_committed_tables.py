"""The authority records as committed: what they must hold, and that they fit the first source."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from communique.curate.decisions import read_decisions
from communique.curate.records import LANGUAGES, SCHEMES, Code, Link, Name, Region, State

STATES = Path(__file__).parents[3] / "data" / "states"
SOURCE = STATES.parent / "summit-for-democracy-2023" / "source.txt"
TABLES = {
    "states.csv": (State, ","),
    "names.csv": (Name, ","),
    "codes.csv": (Code, ","),
    "regions.csv": (Region, ","),
    "links.sssom.tsv": (Link, "\t"),
}


def split_table(file: str) -> tuple[str, str]:
    """Return a table's leading comment lines and the rest."""
    text = (STATES / file).read_bytes().decode()
    header = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    return header, text.removeprefix(header)


def read_table(file: str) -> list[dict[str, str]]:
    """Return a table's rows."""
    body = io.StringIO(split_table(file)[1], newline="")
    return list(csv.DictReader(body, delimiter=TABLES[file][1], strict=True))


def read_codes(scheme: str) -> dict[str, str]:
    """Return the codes of a scheme by state."""
    return {row["id"]: row["code"] for row in read_table("codes.csv") if row["scheme"] == scheme}


def accepted_links() -> list[dict[str, str]]:
    """Return the rows of the links that hold."""
    return [row for row in read_table("links.sssom.tsv") if row["review"] == "accepted"]


def endorser_rows() -> list[str]:
    """Return the 25 lines of the endorser table, as printed."""
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    start = lines.index("背书方*") + 2
    return lines[start : lines.index("", start)]


def cut_row(row: str, bearers: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield the state and the asterisk of each name in a row, by longest match only."""
    while row:
        name = max((name for name in bearers if row.startswith(name)), key=len, default="")
        assert name, f"no name begins at {row!r}"
        starred = row.startswith("*", len(name))
        yield bearers[name], starred
        row = row[len(name) + starred :]


@pytest.fixture(scope="module")
def endorsements() -> list[tuple[str, bool]]:
    """The endorsers of the source, found with names.csv alone, and whether each is starred."""
    names = [row for row in read_table("names.csv") if row["language"] == "zh-Hans"]
    bearers = {row["name"]: row["id"] for row in names}
    return [found for row in endorser_rows() for found in cut_row(row, bearers)]


def test_the_endorser_rows_segment_by_longest_match(endorsements: list[tuple[str, bool]]) -> None:
    """The 25 run-together rows give 73 different states, of which 13 have an asterisk."""
    assert len(endorser_rows()) == 25
    assert len({state for state, _ in endorsements}) == len(endorsements) == 73
    assert sum(starred for _, starred in endorsements) == 13


def test_exactly_the_endorsers_and_russia_are_reviewed(
    endorsements: list[tuple[str, bool]],
) -> None:
    """Every endorser has been gone through, and so has Russia, which the text addresses."""
    reviewed = {row["id"] for row in read_table("states.csv") if row["reviewed"] == "yes"}
    assert reviewed == {state for state, _ in endorsements} | {"RUS"}
    assert reviewed == read_decisions(STATES / "decisions.yaml").reviewed


@pytest.mark.parametrize("file", TABLES)
def test_a_table_is_sorted_minimally_quoted_and_ends_its_lines_with_lf(file: str) -> None:
    """Writing the rows again in order gives the same bytes, so that changes stay small."""
    row_type, delimiter = TABLES[file]
    header, body = split_table(file)
    rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True))
    assert rows[0] == [field.name for field in fields(row_type)]
    again = io.StringIO(newline="")
    csv.writer(again, delimiter=delimiter, lineterminator="\n").writerows(rows)
    assert again.getvalue() == body
    assert "\r" not in header + body
    keys = [(row[0], row[12], row[4]) for row in rows[1:]] if row_type is Link else rows[1:]
    assert keys == sorted(keys)


def test_every_row_is_of_a_known_state() -> None:
    """The 249 entries of ISO 3166-1 and Kosovo have records; no table names anything else."""
    states = [row["id"] for row in read_table("states.csv")]
    assert len(states) == len(set(states)) == 250
    assert all(re.fullmatch("[A-Z]{3}", state) for state in states)
    assert {row["kind"] for row in read_table("states.csv")} == {"state"}
    assert {row["id"] for row in read_table("names.csv")} == set(states)
    assert {row["id"] for row in read_table("codes.csv")} == set(states)
    subjects = {row["subject_id"] for row in read_table("links.sssom.tsv")}
    assert subjects <= {f"state:{state}" for state in states}


def test_each_state_has_one_preferred_name_a_language() -> None:
    """Six languages, one preferred name each."""
    names = read_table("names.csv")
    preferred = Counter((row["id"], row["language"]) for row in names if row["kind"] == "preferred")
    assert set(preferred.values()) == {1}
    assert len(preferred) == 250 * len(LANGUAGES)
    assert {row["kind"] for row in names} == {"preferred", "alternative"}


def test_no_name_is_borne_by_two_states() -> None:
    """Within a language a name, preferred or alternative and in any case, means one state."""
    names = [(row["language"], row["name"].casefold()) for row in read_table("names.csv")]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_names_found_in_the_source_are_there() -> None:
    """The aliases occur in the source, and Taiwan is named as the source lists it."""
    names = read_table("names.csv")
    aliases = {row["name"] for row in names if "summit-for-democracy-2023" in row["origin"]}
    assert aliases == {"大韩民国", "赞比亚共和国", "俄罗斯联邦"}
    assert all(alias in SOURCE.read_text(encoding="utf-8") for alias in aliases)
    taiwan = [row["name"] for row in names if (row["id"], row["language"]) == ("TWN", "zh-Hans")]
    assert taiwan == ["台湾"]


@pytest.mark.parametrize(
    ("scheme", "pattern", "count"),
    [
        ("alpha2", "[A-Z]{2}", 250),
        ("alpha3", "[A-Z]{3}", 250),
        ("eu", "1A0", 1),
        ("geonames", "[1-9][0-9]*", 250),
        ("m49", "[0-9]{3}", 248),
        ("un-region", "002|009|019|142|150", 248),
        ("un-subregion", "[0-9]{3}", 249),
    ],
)
def test_codes_have_the_form_of_their_scheme(scheme: str, pattern: str, count: int) -> None:
    """Every code is well formed, and there are as many as the packages prove."""
    codes = read_codes(scheme)
    assert [code for code in codes.values() if not re.fullmatch(pattern, code)] == []
    assert len(codes) == count
    assert scheme in SCHEMES


@pytest.mark.parametrize("scheme", ["alpha2", "alpha3", "geonames", "m49"])
def test_a_code_means_one_state(scheme: str) -> None:
    """No two states share a code."""
    codes = list(read_codes(scheme).values())
    assert len(set(codes)) == len(codes)


def test_the_identifier_is_the_alpha_3_code() -> None:
    """`id/state/POL` and the code POL can't come apart."""
    assert all(state == code for state, code in read_codes("alpha3").items())


def test_taiwan_and_kosovo_have_no_m49() -> None:
    """An ISO number is not an M49 code."""
    assert set(read_codes("alpha3")) - set(read_codes("m49")) == {"TWN", "XKX"}


def test_codes_of_reviewed_states_have_two_sources() -> None:
    """All but GeoNames, which one package has, and the EU code, which was set by hand."""
    reviewed = {row["id"] for row in read_table("states.csv") if row["reviewed"] == "yes"}
    single = {
        (row["id"], row["scheme"])
        for row in read_table("codes.csv")
        if row["id"] in reviewed and "; " not in row["origin"]
    }
    assert {pair for pair in single if pair[1] != "geonames"} == {("XKX", "eu")}


def test_regions_are_named_in_every_language() -> None:
    """Each region code in use has a name in each of the six languages."""
    used = set(read_codes("un-region").values()) | set(read_codes("un-subregion").values())
    named = [(row["code"], row["language"]) for row in read_table("regions.csv")]
    assert sorted(named) == sorted((code, language) for code in used for language in LANGUAGES)


def test_each_reviewed_state_has_one_wikidata_item_of_its_own() -> None:
    """74 accepted links: one a reviewed state, none shared, each a Wikidata item."""
    reviewed = {
        f"state:{row['id']}" for row in read_table("states.csv") if row["reviewed"] == "yes"
    }
    links = accepted_links()
    assert sorted(row["subject_id"] for row in links) == sorted(reviewed)
    assert len({row["object_id"] for row in links}) == 74
    assert {row["predicate_id"] for row in links} == {"cq:wikidata"}
    assert all(re.fullmatch("wd:Q[1-9][0-9]*", row["object_id"]) for row in links)


def test_accepted_links_are_doubly_verified_or_say_that_they_are_not() -> None:
    """Only Denmark and the Netherlands were decided by hand: the country, not the kingdom."""
    single = {
        row["subject_id"]: row["object_id"]
        for row in accepted_links()
        if row["confidence"] != "1.0"
    }
    assert single == {"state:DNK": "wd:Q35", "state:NLD": "wd:Q55"}
    for row in accepted_links():
        doubly = "Natural Earth" in row["mapping_tool"] and "rigour" in row["mapping_tool"]
        assert doubly != ("not doubly verified" in row["comment"])


def test_the_kingdoms_are_rejected_with_a_reason() -> None:
    """A rejected row negates its predicate, as SSSOM has it, and says why."""
    rejected = [row for row in read_table("links.sssom.tsv") if row["review"] == "rejected"]
    assert {row["subject_id"]: row["object_id"] for row in rejected} == {
        "state:DNK": "wd:Q756617",
        "state:NLD": "wd:Q29999",
    }
    assert all(row["comment"] and row["predicate_modifier"] == "Not" for row in rejected)


def test_the_review_can_be_told_from_the_standard_columns() -> None:
    """A reader of SSSOM who drops our column `review` still sees what a curator stands behind."""
    for row in read_table("links.sssom.tsv"):
        by_hand = row["mapping_justification"] == "semapv:ManualMappingCuration"
        assert by_hand == bool(row["author_label"]) == (row["review"] != "undecided")
        assert (row["predicate_modifier"] == "Not") == (row["review"] == "rejected")
        assert row["mapping_date"]
        assert row["comment"]


def test_unreviewed_states_have_undecided_links_only() -> None:
    """Nothing is accepted that nobody looked at."""
    unreviewed = {
        f"state:{row['id']}" for row in read_table("states.csv") if row["reviewed"] == "no"
    }
    links = [row for row in read_table("links.sssom.tsv") if row["subject_id"] in unreviewed]
    assert {row["review"] for row in links} == {"undecided"}
    assert {row["subject_id"] for row in links} == unreviewed


def test_the_header_of_the_links_declares_every_prefix_and_our_own_column() -> None:
    """The metadata are YAML behind `#`, as SSSOM/TSV wants them."""
    header = split_table("links.sssom.tsv")[0]
    metadata = yaml.safe_load("".join(line[1:] for line in header.splitlines(keepends=True)))
    prefixes = metadata["curie_map"]
    assert prefixes["wd"] == "http://www.wikidata.org/entity/"
    assert prefixes["state"] == "https://w3id.org/communique/id/state/"
    assert prefixes["cq"] == "https://w3id.org/communique/ns#"
    used = {
        row[column].partition(":")[0]
        for row in read_table("links.sssom.tsv")
        for column in ("subject_id", "predicate_id", "object_id", "mapping_justification")
    }
    assert used <= set(prefixes)
    assert [item["slot_name"] for item in metadata["extension_definitions"]] == ["review"]


def test_every_value_has_an_origin() -> None:
    """No name, code or region without the place it comes from."""
    for file in ("names.csv", "codes.csv", "regions.csv"):
        assert all(row["origin"] for row in read_table(file))
