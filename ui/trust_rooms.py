"""The windows of trust: the journal, what left as a file, one person's data, bringing a backup back."""

from __future__ import annotations

from models.store.verify import Verified
from ui.doors import Doors
from ui.settings.damage_window import DamageWindow
from ui.settings.restore_window import RestoreWindow
from ui.trust.disclosures_window import DisclosuresWindow
from ui.trust.journal_window import JournalWindow
from ui.trust.person_window import PersonWindow


class TrustRooms(Doors):
    """Where a clerk sees who did what, and what protects it."""

    def journal(self) -> None:
        """Who did what."""
        self._show("journal", lambda: JournalWindow(self.context, self.over))

    def disclosures(self) -> None:
        """What left as a file and what for."""
        self._show("disclosures", lambda: DisclosuresWindow(self.context, self.over))

    def person(self) -> None:
        """Everything the books say of one person."""
        self._show("person", lambda: PersonWindow(self.context, self.over))

    def damage(self, result: Verified) -> None:
        """What a check found."""
        self._show(("damage", id(result)), lambda: DamageWindow(self.context, result, self.over))

    def restore(self) -> None:
        """Bring a backup back beside the books."""
        self._show("restore", lambda: RestoreWindow(self.context, self.context.store.folder, self.over))
