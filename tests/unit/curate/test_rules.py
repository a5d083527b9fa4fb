"""The rules by which names, codes and links are chosen, on small made-up data."""

import pytest

from communique.curate.assembly import find_faults
from communique.curate.claims import claim_natural_earth, claim_ocha
from communique.curate.codes import settle_codes
from communique.curate.decisions import Decisions, LinkDecision
from communique.curate.links import link_states
from communique.curate.names import drop_ambiguous, merge_alternatives, name_by_un, prefer_names
from communique.curate.records import Claim, Code, Name, Records, State


def decide(
    *,
    reviewed: frozenset[str] = frozenset(),
    preferred: tuple[Name, ...] = (),
    codes: tuple[Code, ...] = (),
    absent: frozenset[tuple[str, str]] = frozenset(),
    links: tuple[LinkDecision, ...] = (),
) -> Decisions:
    """Return decisions that are empty save for what is given."""
    return Decisions(
        date="2026-01-02",
        curators="curators",
        packages={},
        pins={},
        additional={},
        reviewed=reviewed,
        notes={},
        preferred=preferred,
        aliases=(),
        codes=codes,
        absent=absent,
        links=links,
    )


def ocha_row(**values: str) -> dict[str, str]:
    """Return a row of the OCHA table, empty save for what is given."""
    columns = ("M49 English", "m49 numerical code", "Region Code", "Sub-region Code")
    empty = dict.fromkeys((*columns, "Intermediate Region Code"), "")
    return {**empty, **values}


def earth_row(alpha2: str, own: str, item: str) -> dict[str, str]:
    """Return a row of Natural Earth whose region is none of the UN's, but its sub-region is."""
    return {
        "ISO_A2_EH": alpha2,
        "ADM0_A3": own,
        "WIKIDATAID": item,
        "NAME_EN": own,
        "REGION_UN": "Seven seas (open ocean)",
        "SUBREGION": "Northern Europe",
    }


def test_a_number_without_an_m49_name_is_no_m49_code() -> None:
    """OCHA's column of numbers falls back to ISO's; M49's own names tell which are M49."""
    taiwan = ocha_row(id="TWN", alpha2="TW", **{"m49 numerical code": "158"})
    poland = ocha_row(
        id="POL", alpha2="PL", **{"m49 numerical code": "616", "M49 English": "Poland"}
    )
    codes = [claim for claim in claim_ocha([taiwan, poland], "o") if claim.scheme == "m49"]
    assert codes == [Claim("POL", "m49", "616", "o")]


def test_the_finest_region_is_taken_and_filled_up_to_three_digits() -> None:
    """Eastern Africa, not Sub-Saharan Africa; 014, not 14."""
    row = ocha_row(
        id="KEN",
        alpha2="KE",
        **{"Region Code": "2", "Sub-region Code": "202", "Intermediate Region Code": "14"},
    )
    claims = {claim.scheme: claim.value for claim in claim_ocha([row], "o")}
    assert (claims["un-region"], claims["un-subregion"]) == ("002", "014")


def test_islands_that_share_an_alpha_2_code_do_not_speak_for_the_state() -> None:
    """Of several rows with a code the state's own counts; with one row, its name is no matter."""
    rows = [
        earth_row("AU", "IOA", "Q4824275"),
        earth_row("AU", "AUS", "Q408"),
        earth_row("XK", "KOS", "Q1246"),
        earth_row("FR", "CLP", "Q161258"),
        earth_row("FR", "REU", "Q17070"),
    ]
    states = {"AUS": "AU", "XKX": "XK", "FRA": "FR"}
    claims = list(claim_natural_earth(rows, states, {"Northern Europe": "154"}, "o"))
    items = {claim.id: claim.value for claim in claims if claim.scheme == "wikidata"}
    assert items == {"AUS": "Q408", "XKX": "Q1246"}
    assert {claim.scheme for claim in claims} == {"wikidata", "un-subregion"}


def test_the_value_of_most_packages_is_taken_and_the_rest_reported() -> None:
    """The origin names those that agree, and only those."""
    claims = [
        Claim("NRU", "un-subregion", "057", "b 1"),
        Claim("NRU", "un-subregion", "061", "c 1"),
        Claim("NRU", "un-subregion", "057", "a 1"),
    ]
    codes, notices = settle_codes(claims, decide())
    assert codes == [Code("NRU", "un-subregion", "057", "a 1; b 1")]
    assert notices == ["NRU un-subregion: packages differ, 057 taken: 057 (a 1; b 1), 061 (c 1)"]


def test_a_draw_leaves_the_code_out() -> None:
    """Nothing is guessed."""
    claims = [Claim("HMD", "un-region", "002", "a"), Claim("HMD", "un-region", "009", "b")]
    codes, notices = settle_codes(claims, decide())
    assert codes == []
    assert notices == ["HMD un-region: packages differ, left out: 002 (a), 009 (b)"]


def test_codes_decided_by_hand_are_added_and_absent_ones_left_out() -> None:
    """What a package says doesn't count against a decision; links are no codes."""
    claims = [Claim("TWN", "m49", "158", "a"), Claim("TWN", "wikidata", "Q865", "a")]
    by_hand = Code("XKX", "eu", "1A0", "curators")
    decisions = decide(codes=(by_hand,), absent=frozenset({("TWN", "m49")}))
    assert settle_codes(claims, decisions) == ([by_hand], [])


def test_an_alternative_that_two_states_bear_is_dropped_and_named() -> None:
    """Neither state keeps it; case makes no difference, language does."""
    preferred = [Name("COG", "es", "preferred", "Congo", "x")]
    alternatives = [
        Name("COD", "es", "alternative", "congo", "x"),
        Name("COD", "fr", "alternative", "Congo", "x"),
    ]
    kept, notices = drop_ambiguous(preferred, alternatives)
    assert kept == [alternatives[1]]
    assert notices == ["COD es: 'congo' left out, it may be COD, COG"]


def test_an_alternative_keeps_all_its_origins_and_is_no_preferred_name() -> None:
    """One row a name."""
    preferred = [Name("KOR", "en", "preferred", "South Korea", "x")]
    names = [
        Name("KOR", "en", "alternative", "South Korea", "b"),
        Name("KOR", "en", "alternative", "Republic of Korea", "b"),
        Name("KOR", "en", "alternative", "Republic of Korea", "a"),
    ]
    merged = merge_alternatives(preferred, names)
    assert merged == [Name("KOR", "en", "alternative", "Republic of Korea", "a; b")]


def test_names_with_a_bracketed_tail_are_not_taken() -> None:
    """'Bolivia (Plurinational State of)' is made for sorting; nobody signs like that."""
    row = {
        "id": "BOL",
        "Arabic Short": "",
        "English Short": "Bolivia (Plurinational State of)",
        "Spanish Short": "Bolivia",
        "French Short": "",
        "Russian Short": "",
        "Chinese Short": "",
    }
    names = list(name_by_un([row], {"BOL": "BO"}, "o"))
    assert names == [Name("BOL", "es", "alternative", "Bolivia", "o")]
    assert list(name_by_un([row], {}, "o")) == []


def test_a_preferred_name_decided_by_hand_has_the_curators_as_origin() -> None:
    """Where CLDR says the same, CLDR stays the origin."""
    taiwan = Name("TWN", "zh-Hans", "preferred", "台湾", "")
    decisions = decide(preferred=(taiwan,))
    other = Name("TWN", "zh-Hans", "preferred", "别的", "CLDR")
    same = Name("TWN", "zh-Hans", "preferred", "台湾", "CLDR")
    assert list(prefer_names([other, same], decisions)) == [
        Name("TWN", "zh-Hans", "preferred", "台湾", "curators"),
        same,
    ]


def link_reviews(claims: list[Claim], decisions: Decisions) -> dict[str, tuple[str, str]]:
    """Return the review and the confidence of each item of Denmark."""
    links = link_states({"DNK": "Denmark"}, claims, decisions)
    return {link.object_id: (link.review, link.confidence) for link in links}


def test_an_item_that_both_packages_give_is_accepted_once_reviewed() -> None:
    """Before the review it stays undecided."""
    claims = [Claim("DNK", "wikidata", "Q35", "a"), Claim("DNK", "wikidata", "Q35", "b")]
    assert link_reviews(claims, decide()) == {"wd:Q35": ("undecided", "1.0")}
    reviewed = decide(reviewed=frozenset({"DNK"}))
    assert link_reviews(claims, reviewed) == {"wd:Q35": ("accepted", "1.0")}


@pytest.mark.parametrize("other", [[], [Claim("DNK", "wikidata", "Q756617", "b")]])
def test_one_package_is_not_enough(other: list[Claim]) -> None:
    """Whether the other is silent or differs: undecided."""
    claims = [Claim("DNK", "wikidata", "Q35", "a"), *other]
    found = link_reviews(claims, decide(reviewed=frozenset({"DNK"})))
    assert set(found.values()) == {("undecided", "0.5")}
    assert len(found) == len(claims)


def test_a_decision_by_hand_comes_first() -> None:
    """Each row's tools and confidence are of the packages that share its opinion."""
    claims = [Claim("DNK", "wikidata", "Q35", "a"), Claim("DNK", "wikidata", "Q756617", "b")]
    decisions = decide(
        reviewed=frozenset({"DNK"}),
        links=(
            LinkDecision("DNK", "Q35", "Denmark", "accepted", "country"),
            LinkDecision("DNK", "Q756617", "Kingdom", "rejected", "not the kingdom"),
        ),
    )
    accepted, rejected = link_states({"DNK": "Denmark"}, claims, decisions)
    assert (accepted.object_id, accepted.review, accepted.mapping_tool) == (
        "wd:Q35",
        "accepted",
        "a",
    )
    assert (rejected.predicate_modifier, rejected.mapping_tool, rejected.confidence) == (
        "Not",
        "a",
        "0.5",
    )
    assert (accepted.author_label, accepted.mapping_date) == ("curators", "2026-01-02")


def test_faults_are_found() -> None:
    """A shared name, a missing code, a shared item and a reviewed state without one."""
    claims = [Claim(state, "wikidata", "Q1", origin) for state in ("AAA", "BBB") for origin in "ab"]
    names = {"AAA": "Aland", "BBB": "aland", "CCC": "Cland"}
    decisions = decide(reviewed=frozenset(names))
    records = Records(
        states=tuple(State(state, "state", "yes", "") for state in names),
        names=tuple(Name(state, "en", "preferred", name, "x") for state, name in names.items()),
        codes=tuple(
            Code(state, scheme, "x", "x")
            for state in names
            for scheme in ("alpha2", "alpha3")
            if (state, scheme) != ("CCC", "alpha2")
        ),
        regions=(),
        links=tuple(link_states(names, claims, decisions)),
        notices=(),
    )
    assert find_faults(records) == (
        "the en name 'aland' is borne by AAA, BBB",
        "CCC is reviewed and has no alpha2",
        "wd:Q1 is accepted for state:AAA, state:BBB",
        "CCC is reviewed and has 0 accepted items",
    )
