from __future__ import annotations

import argparse

import pytest

from ui.terminal.command_rooms import ROOMS, rooms_for
from ui.terminal.main import parse


@pytest.mark.parametrize("name", ROOMS)
def test_every_room_adds_the_commands_it_is_known_for(name: str) -> None:
    commands = argparse.ArgumentParser().add_subparsers()
    (room,) = rooms_for([ROOMS[name][0]])
    room.add_commands(commands)
    assert tuple(commands.choices) == ROOMS[name]


@pytest.mark.parametrize(
    ("line", "rooms"),
    [
        (["--data", "claims", "--json", "workday", "2026-11-20"], ["sums"]),
        (["--data=claims", "verify"], ["folder"]),
        (["--json", "--demo"], []),
        (["--help"], list(ROOMS)),
        (["clams"], list(ROOMS)),
    ],
)
def test_a_line_loads_the_room_of_its_command(line: list[str], rooms: list[str]) -> None:
    assert [room.__name__.rpartition(".")[2] for room in rooms_for(line)] == rooms


def test_a_mistyped_command_is_told_all_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["clams"])
    told = capsys.readouterr().err
    assert all(command in told for commands in ROOMS.values() for command in commands)
