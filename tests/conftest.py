"""For all tests: no network, and tests that need real data are deselected, with a count, where there is none."""

import os
import socket
from typing import Any

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if os.environ.get("CURBSIDE_TEST_DATA"):
        return
    without = [item for item in items if item.get_closest_marker("real_data") is None]
    config.stash[_LEFT_OUT] = len(items) - len(without)
    config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("real_data")])
    items[:] = without


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    left_out = config.stash.get(_LEFT_OUT, 0)
    if left_out:
        terminalreporter.write_line(f"{left_out} tests on real data deselected: CURBSIDE_TEST_DATA is not set")


_LEFT_OUT = pytest.StashKey[int]()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves this machine: connecting anywhere but to the loopback address fails."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {address}")
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
