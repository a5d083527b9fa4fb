"""Server layer: the settings of `communique serve`, and where each value comes from.

A flag goes before the environment, that before the file, that before the default.
"""

from __future__ import annotations

import dataclasses
import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from communique.core.errors import InputError, Place
from communique.core.strict_yaml import read_yaml
from communique.server.limits import Limits

Kind: TypeAlias = Literal["text", "path", "whole", "number", "list"]
Plain: TypeAlias = str | int | float | Path | tuple[str, ...] | None
_WEB_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+/([A-Za-z0-9._~/-]*/)?")
_SERVICE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_HIGHEST_PORT: Final = 65535
#: The shortest time that can be set.
_SOON: Final = 0.01


@dataclass(frozen=True)
class Setting:
    """One setting: its name as in a file, its kind, its default, and what it is for."""

    name: str
    kind: Kind
    default: Plain
    meaning: str
    #: The smallest number that it can be.
    least: float = 1

    @property
    def flag(self) -> str:
        """The flag on the command line."""
        return f"--{self.name}"

    @property
    def variable(self) -> str:
        """The environment variable."""
        return f"COMMUNIQUE_{self.name.upper().replace('-', '_')}"

    @property
    def key(self) -> str:
        """The name of the attribute that holds it."""
        return self.name.replace("-", "_")


@dataclass(frozen=True)
class Found:
    """The value of a setting, and where it comes from."""

    value: Plain
    source: str
    #: Where it stands, if that is a file.
    place: Place | None = None


_OWN: Final[tuple[Setting, ...]] = (
    Setting("site", "path", None, "Folder that 'communique publish' wrote [default: one of ours]."),
    Setting("data", "path", None, "N-Quads file for queries [default: the site's own]."),
    Setting("host", "text", "127.0.0.1", "Address to listen on."),
    Setting("port", "whole", 8000, "Port to listen on; 0 takes a free one.", least=0),
    Setting("path", "text", "/", "Where the server stands on its host, such as /communique/."),
    Setting("public-url", "text", None, "The server's root as readers know it [default: Host]."),
    Setting("trusted-proxies", "list", (), "Proxies whose X-Forwarded-* headers are believed."),
    Setting("cache", "path", None, "Folder for a site of our own [default: the user's cache]."),
    Setting("cache-bytes", "whole", 32 * 2**20, "Memory for the site's files.", least=0),
    Setting("connections", "whole", 500, "Open connections; more are answered with 503."),
    Setting("header-seconds", "number", 10.0, "How long a request's head may take.", _SOON),
    Setting("header-bytes", "whole", 2**16, "The largest head of a request."),
    Setting("body-seconds", "number", 15.0, "How long a request's body may take.", _SOON),
    Setting("send-seconds", "number", 20.0, "How long a client may read next to nothing.", _SOON),
    Setting("unsent-bytes", "whole", 256 * 2**20, "Memory for answers that aren't sent yet."),
    Setting("idle-seconds-of-connection", "whole", 15, "How long a silent connection is kept."),
    Setting("shutdown-seconds", "whole", 30, "How long running answers may take at the end."),
    Setting("log-requests", "text", "yes", "'no' leaves the line of each request out of the log."),
)
_LIMIT_MEANINGS: Final[Mapping[str, str]] = {
    "workers": "Queries that run at the same time.",
    "long_running": "Of these, how many may be long ones.",
    "short_seconds": "How long a query counts as short.",
    "spare": "Processes that wait ready.",
    "seconds": "Time for a query, its wait included.",
    "memory_bytes": "Memory for a query, beyond the graph's.",
    "query_bytes": "Largest query.",
    "depth": "Deepest nesting in a query.",
    "tokens": "Most words and signs in a query.",
    "rows": "Most rows or triples of an answer.",
    "answer_bytes": "Largest answer.",
    "queue": "Queries that may wait for their turn.",
    "per_client": "Queries of one client, running and waiting.",
    "service_allowed": "Addresses that SERVICE may name.",
}

_LEAST: Final[Mapping[str, float]] = {"spare": 0, "seconds": _SOON, "short_seconds": _SOON} | {
    "idle_seconds": _SOON
}


def _default(name: str) -> Plain:
    value: Plain = getattr(Limits(), name)
    return value


def _list_limits() -> tuple[Setting, ...]:
    kinds: Mapping[type, Kind] = {int: "whole", float: "number", tuple: "list"}
    return tuple(
        Setting(
            field.name.replace("_", "-"),
            kinds[type(_default(field.name))],
            _default(field.name),
            _LIMIT_MEANINGS.get(field.name, "See docs/server.md."),
            least=_LEAST.get(field.name, 1),
        )
        for field in dataclasses.fields(Limits)
    )


#: All settings, those of the guard last.
SETTINGS: Final[tuple[Setting, ...]] = (*_OWN, *_list_limits())


@dataclass(frozen=True)
class Settings:
    """The settings in force, by name."""

    found: Mapping[str, Found]

    @property
    def limits(self) -> Limits:
        """The limits of the guard."""
        names = [field.name for field in dataclasses.fields(Limits)]
        values: dict[str, Any] = {name: self._value(name) for name in names}
        return Limits(**values)

    def text(self, name: str) -> str:
        """Return a setting that is text."""
        return str(self._value(name))

    def optional_text(self, name: str) -> str | None:
        """Return a setting that is text, None if it isn't set."""
        value = self._value(name)
        return None if value is None else str(value)

    def whole(self, name: str) -> int:
        """Return a setting that is a whole number."""
        return int(self.text(name))

    def number(self, name: str) -> float:
        """Return a setting that is a number."""
        return float(self.text(name))

    def path(self, name: str) -> Path | None:
        """Return a setting that is a path, None if it isn't set."""
        value = self._value(name)
        return None if value is None else Path(str(value))

    def words(self, name: str) -> tuple[str, ...]:
        """Return a setting that is a list."""
        value = self._value(name)
        return value if isinstance(value, tuple) else ()

    def _value(self, name: str) -> Plain:
        return self.found[name.replace("_", "-")].value


def collect_settings(
    flags: Mapping[str, str], *, file: Path | None, environment: Mapping[str, str] | None = None
) -> Settings:
    """Return each setting with where it comes from.

    `flags` are those that were given, by the setting's name. Errors: those of the YAML reader;
    C130 a value that can't be used.
    """
    variables = os.environ if environment is None else environment
    in_file = _read_file(file) if file else {}
    found: dict[str, Found] = {}
    for one in SETTINGS:
        if one.name in flags:
            found[one.name] = Found(_read(one, flags[one.name], one.flag), "flag")
        elif variables.get(one.variable):
            value = _read(one, variables[one.variable], one.variable)
            found[one.name] = Found(value, f"environment ({one.variable})")
        else:
            found[one.name] = in_file.get(one.name, Found(one.default, "default"))
    settings = Settings(found)
    _check(settings)
    return settings


def _read_file(path: Path) -> dict[str, Found]:
    """Return the settings of a YAML file; paths in it are relative to its folder."""
    known = {one.name: one for one in SETTINGS}
    found = {}
    for name, value in read_yaml(path).fields([], known).items():
        one = known[name]
        where = f"file ({value.place})"
        if one.kind == "list":
            words = tuple(item.text() for item in value.items())
            found[name] = Found(words, where, value.place)
            continue
        read = _read(one, value.text(), name, value.place)
        resolved = path.parent / read if isinstance(read, Path) else read
        found[name] = Found(resolved, where, value.place)
    return found


def _read(setting: Setting, text: str, name: str, place: Place | None = None) -> Plain:
    """Return a value from text; C130 if it isn't of its kind."""
    try:
        if setting.kind == "whole":
            return _require_least(int(text), setting.least)
        if setting.kind == "number":
            return _require_least(float(text), setting.least)
    except ValueError as error:
        kind = "whole number" if setting.kind == "whole" else "number"
        raise _refuse(name, text, f"a {kind}, {setting.least:g} or more", place) from error
    if setting.kind == "list":
        return tuple(word.strip() for word in text.split(",") if word.strip())
    return Path(text) if setting.kind == "path" else text


def _require_least(number: float, least: float) -> int | float:
    if not least <= number < float("inf"):
        raise ValueError(number)
    return number


def _check(settings: Settings) -> None:
    """Refuse (C130) a value that is of its kind and still can't be used."""
    for name, (may_be, wanted) in _CONDITIONS.items():
        found = settings.found[name]
        words = found.value if isinstance(found.value, tuple) else (found.value,)
        for word in words:
            if word is not None and not may_be(str(word)):
                raise _refuse(name, str(word), wanted, found.place)


def _is_plain_path(text: str) -> bool:
    plain = text.isascii() and text.isprintable() and not set(text) & set("\"'<>?#\\% ")
    return plain and text.startswith("/") and text.endswith("/") and "//" not in text


def _is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text)
    except ValueError:
        return text == "*"
    return True


_CONDITIONS: Final[Mapping[str, tuple[Callable[[str], object], str]]] = {
    "path": (_is_plain_path, "a path such as / or /communique/"),
    "public-url": (_WEB_ADDRESS.fullmatch, "an http(s) address that ends in a slash"),
    "port": (lambda text: int(text) <= _HIGHEST_PORT, f"a port up to {_HIGHEST_PORT}"),
    "log-requests": (("yes", "no").__contains__, "yes or no"),
    "trusted-proxies": (_is_network, "an IP address, a network such as 10.0.0.0/8, or *"),
    "service-allowed": (_SERVICE.fullmatch, "an http(s) address"),
}


def _refuse(name: str, text: str, wanted: str, place: Place | None = None) -> InputError:
    problem = f"the setting '{name}' can't be '{text}'"
    return InputError("C130", problem, mend=f"Write {wanted}.", place=place)
