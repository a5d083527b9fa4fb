"""Site layer: figures as PNG, where the machine has resvg and typefaces for all their signs.

resvg has no wheel for some platforms, and brings no typeface: without one that has a sign, it would
leave the sign out or draw a box. Such a figure gets no PNG, and the site says so; nothing is drawn
with words missing.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from html import unescape
from importlib.util import find_spec
from typing import Final

from communique.site.drawing import FONTS

#: Pixels of the picture for one of the drawing: it stays sharp in print.
ZOOM: Final = 1.5
_TEXT: Final = re.compile(r"<text[^>]*>([^<]*)</text>")
#: A sign that no typeface should have: the last of the private ones.
_MISSING: Final = "\U0010fffd"


def draw_png(svg: str) -> bytes | None:
    """Return a figure on white as PNG, or None if the machine can't draw it with all its words."""
    if find_spec("resvg_py") is None or list_missing_signs(svg):
        return None
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM, background="white"))


def list_missing_signs(svg: str) -> list[str]:
    """Return the signs of a figure's words that no typeface of this machine has, sorted."""
    words = "".join(unescape(text) for text in _TEXT.findall(svg))
    return sorted(sign for sign in set(words) - {" "} if not _is_drawn(sign))


@cache
def _is_drawn(sign: str) -> bool:
    """Tell whether a sign looks like something else than a missing one, and than nothing."""
    return _draw_sign(sign) not in (_draw_sign(_MISSING), _draw_sign(""))


@cache
def _draw_sign(sign: str) -> bytes:
    import resvg_py

    escaped = f"&#{ord(sign)};" if sign else ""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">'
        f'<text x="2" y="20" font-size="18" font-family="{FONTS}">{escaped}</text></svg>'
    )
    return hashlib.sha256(resvg_py.svg_to_bytes(svg_string=svg)).digest()
