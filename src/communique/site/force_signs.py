"""Site layer: the colour and the sign of each force; a force is never told by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Colours of the forces, told apart in light and in dark; white signs on them can be read.
FORCE_COLOURS: Final[Mapping[str, str]] = {
    "commit": "#1a7f37",
    "undertake": "#3a833a",
    "resolve": "#0b6b5d",
    "reaffirm": "#0a7a9b",
    "affirm": "#2b7da5",
    "recognise": "#2f5fc4",
    "believe": "#5569c4",
    "support": "#8b4fc0",
    "emphasise": "#8a6508",
    "call-upon": "#b45a10",
    "demand": "#c93d24",
    "expect": "#9c6036",
    "condemn": "#b3122f",
    "oppose": "#c23d69",
    "express-concern": "#9b3b6b",
    "should": "#6b7280",
    "assert": "#757575",
}
FORCE_SIGNS: Final[Mapping[str, str]] = {
    "commit": "●",
    "undertake": "◐",
    "resolve": "◆",
    "reaffirm": "↻",
    "affirm": "✓",
    "recognise": "◎",
    "believe": "◇",
    "support": "+",
    "emphasise": "!",
    "call-upon": "→",
    "demand": "⇒",
    "expect": "↦",
    "condemn": "✕",
    "oppose": "⊘",
    "express-concern": "△",
    "should": "§",
    "assert": "–",
}
#: For a force that an ontology of later days may add.
OTHER_COLOUR: Final = "#757575"
OTHER_SIGN: Final = "?"
