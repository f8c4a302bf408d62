"""What every window is given: the books, the clock, the printer's door, the lanes, the news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QObject

from models.actions.desk import Desk
from models.changes import Changes
from models.clock import Clock
from models.progress import Progress
from models.queries.people import hindrance
from ui.bus import Bus
from ui.common.formats import Formats
from ui.jobs import Job, Jobs
from ui.problems import sentence


class Render(Protocol):
    """The only door to paper: the bytes of a PDF for a kind of document and its facts."""

    def __call__(self, kind: str, facts: Any, language: str = "zh_CN", *, on_screen: bool = False) -> bytes:
        """Set ``facts`` as the document ``kind``; ``on_screen`` shows the places of seals, which paper never does."""


@dataclass
class AppContext:
    """Handed from the outside to every workspace and window; there is no global one.

    ``store`` is the opened data folder (models.store), None before there is any; ``settings`` are
    models.settings. ``language`` is ``zh_CN`` or ``en``; ``user`` is the name that stands in the journal.
    """

    store: Any
    clock: Clock
    render: Render
    settings: Any
    jobs: Jobs
    bus: Bus = field(default_factory=Bus)
    language: str = "zh_CN"
    user: str = ""

    def __post_init__(self) -> None:
        """Work on these books that the disk refuses is told with their folder."""
        if self.store is not None:
            self.jobs.folder = str(self.store.folder.root)

    @property
    def formats(self) -> Formats:
        """How sums and days are written in this window."""
        return Formats(self.language)

    @property
    def desk(self) -> Desk:
        """This user at work on this portfolio: what every act is handed first."""
        return Desk(self.store, self.clock, self.user)

    @property
    def today(self) -> date:
        """The day that counts as today."""
        return self.clock.today()

    def forbidden(self, act: str) -> str:
        """Why this user's role does not allow an act of ``models.rules.roles``, as a sentence; empty where it does."""
        problem = hindrance(self.store, self.user, act) if self.store is not None else None
        return sentence(problem, self.language) if problem else ""

    def act(
        self,
        work: Callable[[Progress], Any],
        on_done: Callable[[Any], object] | None = None,
        on_problem: Callable[[tuple[Any, ...]], object] | None = None,
        *,
        on_end: Callable[[], object] | None = None,
        title: str = "",
        icon: str = "refresh",
        owner: QObject | None = None,
    ) -> Job:
        """Do an action of models.actions in the writing lane and spread the news of what it changed.

        The news are the returned Changes, the ``changes`` of what is returned, or those in a returned tuple.
        """

        def done(value: Any) -> None:
            changes = changes_in(value)
            if changes is not None:
                self.bus.changed.emit(changes)
            if on_done:
                on_done(value)

        return self.jobs.write(work, done, on_problem, on_end=on_end, title=title, icon=icon, owner=owner)


def changes_in(value: Any) -> Changes | None:
    """The Changes an action returned, alone, as an attribute or in a tuple."""
    if isinstance(value, Changes):
        return value
    if isinstance(value, tuple):
        return next((part for part in value if isinstance(part, Changes)), None)
    found = getattr(value, "changes", None)
    return found if isinstance(found, Changes) else None
