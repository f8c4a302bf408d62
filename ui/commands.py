"""What can be done in the window: one list for the menu, the palette and the sheet of keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MENUS = ("file", "edit", "claim", "sums", "view", "help")


@dataclass(frozen=True)
class Command:
    """One command. ``letter`` is underlined in the menu.

    ``key`` is a shortcut; ``in_list`` says that it acts only while the table has the focus, which binds it, and
    ``everywhere`` that it acts in every window of the program.
    """

    name: str
    words: str
    menu: str
    letter: str
    run: Callable[[], object]
    icon: str = ""
    key: str = ""
    in_list: bool = False
    everywhere: bool = False

    @property
    def menu_words(self) -> str:
        """The words with their mnemonic, and behind a tab the key that somebody else binds."""
        place = self.words.casefold().find(self.letter.casefold())
        plain = self.words.replace("&", "&&")
        marked = f"{plain[:place]}&{plain[place:]}" if place >= 0 else f"{plain}(&{self.letter.upper()})"
        return f"{marked}\t{self.key}" if self.in_list and self.key else marked
