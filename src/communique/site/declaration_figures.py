"""Site layer: the figures of one declaration: who reserved on what, and the forces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.build.dataset import DeclarationGraphs
from communique.build.labels import label_paragraph
from communique.core.model import Paragraph
from communique.site.figures import Figure, draw_bars, draw_grid, draw_stacks
from communique.site.node_index import NodeIndex
from communique.site.words import say


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
        """Return all figures, the matrix first."""
        return [self._matrix(), self._by_paragraph(), self._by_state(), self._forces()]

    def _name(self, kind: str) -> str:
        return f"{self._declaration.slug}-{kind}"

    def _say(self, key: str) -> str:
        return say(key, self._language)

    def _paragraph(self, identifier: str) -> str:
        return label_paragraph(identifier)[self._language]

    def _label(self, path: str) -> str:
        return self._nodes.label(f"{self._base}id/{path}", self._language)

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
        return draw_grid(self._name("matrix"), self._say("matrix"), header, rows, words)

    def _shorten(self, identifier: str) -> str:
        words = self._paragraph(identifier)
        return words.replace(" paragraph", "").replace("段落", "")

    def _ranked(self) -> Sequence[tuple[str, int]]:
        counts = Counter(one.party for one in self._reservations)
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def _by_state(self) -> Figure:
        bars = [(self._label(party), count) for party, count in self._ranked()]
        header = (self._say("state"), self._say("count"))
        return draw_bars(self._name("by-state"), self._say("by_state"), header, bars)

    def _by_paragraph(self) -> Figure:
        counts = Counter(one.paragraph for one in self._reservations)
        ranked = sorted(self._reserved(), key=lambda one: (-counts[one.identifier], one.position))
        bars = [(self._paragraph(one.identifier), counts[one.identifier]) for one in ranked]
        header = (self._say("paragraph"), self._say("count"))
        return draw_bars(self._name("by-paragraph"), self._say("by_paragraph"), header, bars)

    def _forces(self) -> Figure:
        stacks = []
        for paragraph in self._declaration.paragraphs:
            acts = Counter(act.force for one in paragraph.statements for act in one.acts)
            pieces = [(force, self._label(f"force/{force}"), n) for force, n in acts.most_common()]
            if pieces:
                stacks.append((self._paragraph(paragraph.identifier), pieces))
        header = (self._say("paragraph"), self._say("force"), self._say("count"))
        return draw_stacks(self._name("forces"), self._say("forces_by_paragraph"), header, stacks)
