"""Bringing a library file to the layout this code knows: forwards only, one step at a time."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from curbside.errors import BrokenLibrary
from curbside.store.tables import METADATA

APPLICATION_ID = 0x43524253
"""Marks a SQLite file as a Curbside library, so that another program's file is never written to."""

Step = Callable[[Connection], None]
STEPS: tuple[Step, ...] = ()
"""STEPS[n] takes a library from layout n + 1 to layout n + 2. A new library is made in the newest layout at once."""


def is_current(connection: Connection, steps: Sequence[Step] = STEPS) -> bool:
    """Whether nothing is left to do. `BrokenLibrary` for a newer layout or another program's file."""
    layout = _pragma(connection, "user_version")
    newest = 1 + len(steps)
    if layout > newest:
        raise BrokenLibrary(
            f"this library has layout {layout}; this version of Curbside knows layouts up to {newest}",
            "use the newer version of Curbside that wrote it",
        )
    if _pragma(connection, "application_id") == APPLICATION_ID:
        return layout == newest
    if layout or _pragma(connection, "schema_version"):
        raise BrokenLibrary("this is a database of another program", "name another file or folder for the library")
    return False


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Makes or updates the tables. Call it inside a write transaction; it is then all or nothing."""
    if is_current(connection, steps):
        return
    layout = _pragma(connection, "user_version")
    if layout == 0:
        METADATA.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    else:
        for step in steps[layout - 1 :]:
            step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {1 + len(steps)}")


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
