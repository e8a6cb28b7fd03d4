"""Settings: read once from the environment; a name nobody knows is an error at start-up, not in production."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

import platformdirs

from curbside.errors import BadSetting

PREFIX = "CURBSIDE_"
OTHERS = frozenset({"CURBSIDE_TEST_DATA"})
"""Variables of that prefix that are not settings: where tests and benchmarks find real data."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an operator may set. Each field is the environment variable CURBSIDE_<NAME>."""

    home: Path = field(
        default_factory=lambda: Path(platformdirs.user_data_dir("curbside")),
        metadata={"doc": "Folder of the library and its index; made on first use", "default": "the user data folder"},
    )
    depth: int = field(default=200, metadata={"doc": "Hits read per question, 20 to 2000"})
    workers: int = field(default=2, metadata={"doc": "Processes that read files while adding, 1 to 64"})

    def __post_init__(self) -> None:
        for name, low, high in (("depth", 20, 2000), ("workers", 1, 64)):
            value = getattr(self, name)
            if not low <= value <= high:
                raise BadSetting(f"{PREFIX}{name.upper()} is {value}", f"give a whole number from {low} to {high}")

    def digest(self) -> str:
        """SHA-256 (hex) over the settings that can change an answer."""
        return hashlib.sha256(f"depth={self.depth}".encode()).hexdigest()


def read(environ: Mapping[str, str], home: str | None = None) -> Settings:
    """Settings from an environment; `home` wins over CURBSIDE_HOME. `BadSetting` for unknown names and bad values."""
    known = {f"{PREFIX}{f.name.upper()}": f.name for f in fields(Settings)}
    given: dict[str, Path | int] = {}
    for variable in sorted(environ):
        if not variable.startswith(PREFIX) or variable in OTHERS:
            continue
        if variable not in known:
            raise BadSetting(f"{variable} is no setting", f"there are: {', '.join(sorted(known))}")
        name = known[variable]
        given[name] = Path(environ[variable]) if name == "home" else _whole(variable, environ[variable])
    if home is not None:
        given["home"] = Path(home)
    return Settings(**given)  # type: ignore[arg-type]  # each value was made for its field just above


def _whole(variable: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise BadSetting(f"{variable} is {text!r}", "give a whole number") from None
