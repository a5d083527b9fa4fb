"""Read layer: dates as a page prints them."""

from __future__ import annotations

import datetime

from communique.core.errors import InputError
from communique.core.source import Source, Span
from communique.core.strict_yaml import Value
from communique.read.page_recipe import compile_pattern


class DateReader:
    """Reads dates by a printed pattern such as `{year}年{month}月{day}日`."""

    def __init__(self, pattern: Value) -> None:
        """Compile the pattern; C016 if it lacks a field."""
        fields = {"year": "[0-9]{4}", "month": "[0-9]{1,2}", "day": "[0-9]{1,2}"}
        self._pattern = compile_pattern(pattern, fields)
        self._place = pattern.place

    def read(self, source: Source, span: Span) -> datetime.date:
        """Return the date that fills a span; C020 if there is none."""
        match = self._pattern.fullmatch(source.text, span.start, span.end)
        try:
            if match:
                return datetime.date(*(int(match[name]) for name in ("year", "month", "day")))
            problem = f"'{source.exact(span)}' is not a date of the pattern"
        except ValueError:
            problem = f"there is no date '{source.exact(span)}'"
        mend = f"Compare it with {self._place}."
        raise InputError("C020", problem, mend=mend, place=source.place(span.start))
