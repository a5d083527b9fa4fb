"""Site layer: the Equal Earth projection: areas stay true, and the world looks familiar.

Source: Šavrič, Patterson and Jenny, 'The Equal Earth map projection', International Journal of
Geographical Information Science 33 (2019), equations 8 and 9.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import Final

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M: Final = sqrt(3) / 2


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return the place of a point (degrees) on a map of a globe of radius 1: east and north.

    >>> project(0, 0)
    (0.0, 0.0)
    >>> [round(one, 4) for one in (*project(180, 0), *project(0, 90))]
    [2.7066, 0.0, 0.0, 1.3174]
    """
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    east = radians(longitude) * cos(theta) / (_M * slope)
    north = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return east, north
