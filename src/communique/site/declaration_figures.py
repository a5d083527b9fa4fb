"""Site layer: the figures of one declaration: who endorses, who reserved on what, the forces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from communique.build.dataset import DeclarationGraphs
from communique.build.labels import label_paragraph
from communique.build.terms import cq
from communique.core.model import Endorsement, Paragraph
from communique.site.country_shapes import load_shapes
from communique.site.drawing import Figure
from communique.site.figures import draw_bars, draw_grid, draw_stacks
from communique.site.node_index import NodeIndex
from communique.site.words import say
from communique.site.world_map import MapParty, MapWords, draw_map


class DeclarationFigures:
    """Draws a declaration's figures in one language."""

    def __init__(
        self, graphs: DeclarationGraphs, nodes: NodeIndex, *, base: str, language: str
    ) -> None:
        """Take the names of parties and forces from the index."""
        self._declaration, self._nodes = graphs.declaration, nodes
        self._base, self._language = base, language
        self._reservations = list(graphs.declaration.reservations())

    def draw(self) -> list[Figure]:
        """Return the figures of reservations and forces, the matrix first."""
        return [self._matrix(), self._by_paragraph(), self._by_state(), self._forces()]

    def draw_map(self) -> Figure:
        """Return the world map; its table has every party, most reservations first."""
        header = tuple(self._say(key) for key in ("name", "code", "reservations", "on_paragraphs"))
        words = MapWords(
            header=header,
            listed=self._say("map_listed"),
            held=self._say("map_held"),
            unlisted=self._say("map_unlisted"),
            circle=self._say("map_circle"),
            reserves_on=self._say("reservations_on"),
        )
        name, title = self._name("map"), self._say("map_title")
        return draw_map(name, title, self._describe_map(), self.parties, words)

    @cached_property
    def parties(self) -> list[MapParty]:
        """The parties that endorse, those with the most reservations first, then by name."""
        endorsements = self._declaration.endorsements
        ranked = sorted(endorsements, key=lambda e: (-len(e.reservations), self._order(e.party)))
        return [self._show_party(one) for one in ranked]

    def _show_party(self, endorsement: Endorsement) -> MapParty:
        iri, work = self._thing(endorsement.party), self._thing(self._declaration.slug)
        held = [one.paragraph for one in endorsement.reservations]
        return MapParty(
            iri,
            self._nodes.value(iri, cq("alpha3")),
            self._label(endorsement.party),
            tuple(self._paragraph(one) for one in held),
            tuple(f"{work}/{one}" for one in held),
        )

    def name_off_map(self) -> list[str]:
        """Return the names of the parties that the map can't show."""
        return [one.label for one in self.parties if one.code not in load_shapes()]

    def _describe_map(self) -> str:
        held = [one for one in self.parties if one.reserved]
        holders = self._join(f"{one.label} {len(one.reserved)}" for one in held)
        key = "map_desc" if held else "map_desc_none"
        return self._say(key, listed=len(self.parties), held=len(held), holders=holders)

    def _join(self, names: Iterable[str]) -> str:
        return ("、" if self._language == "zh-Hans" else ", ").join(names)

    def _name(self, kind: str) -> str:
        return f"{self._declaration.slug}-{kind}"

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._language, **values)

    def _paragraph(self, identifier: str) -> str:
        return label_paragraph(identifier)[self._language]

    def _label(self, path: str) -> str:
        return self._nodes.label(self._thing(path), self._language)

    def _thing(self, path: str) -> str:
        return f"{self._base}id/{path}"

    def _reserved(self) -> list[Paragraph]:
        held = {one.paragraph for one in self._reservations}
        return [one for one in self._declaration.paragraphs if one.identifier in held]

    def _matrix(self) -> Figure:
        columns = [one.identifier for one in self._reserved()]
        made = {(one.party, one.paragraph) for one in self._reservations}
        rows = [
            (self._label(party), [(party, column) in made for column in columns])
            for party, _ in self._ranked()
        ]
        header = (self._say("state"), *(self._shorten(column) for column in columns))
        words = (self._say("reserved"), self._say("not_recorded"))
        description = self._say(
            "matrix_desc", states=len(rows), count=len(self._reservations), paragraphs=len(columns)
        )
        name, title = self._name("matrix"), self._say("matrix")
        return draw_grid(name, title, header, rows, words, description=description)

    def _shorten(self, identifier: str) -> str:
        words = self._paragraph(identifier)
        return words.replace(" paragraph", "").replace("段落", "")

    def _ranked(self) -> Sequence[tuple[str, int]]:
        counts = Counter(one.party for one in self._reservations)
        return sorted(counts.items(), key=lambda item: (-item[1], self._order(item[0])))

    def _order(self, party: str) -> str:
        """Return what parties are sorted by: the same in every language."""
        return self._nodes.label(self._thing(party), "en")

    def _by_state(self) -> Figure:
        bars = [(self._label(party), count) for party, count in self._ranked()]
        return self._rank("state", bars)

    def _by_paragraph(self) -> Figure:
        counts = Counter(one.paragraph for one in self._reservations)
        ranked = sorted(self._reserved(), key=lambda one: (-counts[one.identifier], one.position))
        bars = [(self._paragraph(one.identifier), counts[one.identifier]) for one in ranked]
        return self._rank("paragraph", bars)

    def _rank(self, kind: str, bars: Sequence[tuple[str, int]]) -> Figure:
        first = [self._say("ranked_desc", first=bars[0][0], count=bars[0][1])] if bars else [""]
        header = (self._say(kind), self._say("count"))
        name, title = self._name(f"by-{kind}"), self._say(f"by_{kind}")
        return draw_bars(name, title, header, bars, description=first[0])

    def _forces(self) -> Figure:
        stacks = []
        total: Counter[str] = Counter()
        for paragraph in self._declaration.paragraphs:
            acts = Counter(act.force for one in paragraph.statements for act in one.acts)
            total += acts
            pieces = [(force, self._label(f"force/{force}"), n) for force, n in acts.most_common()]
            if pieces:
                stacks.append((self._paragraph(paragraph.identifier), pieces))
        header = (self._say("paragraph"), self._say("force"), self._say("count"))
        name, title = self._name("forces"), self._say("forces_by_paragraph")
        description = self._describe_forces(total, len(stacks))
        return draw_stacks(name, title, header, stacks, description=description)

    def _describe_forces(self, total: Counter[str], paragraphs: int) -> str:
        if not total:
            return ""
        ((force, most),) = total.most_common(1)
        first = self._label(f"force/{force}")
        count = total.total()
        return self._say("forces_desc", count=count, paragraphs=paragraphs, first=first, most=most)
