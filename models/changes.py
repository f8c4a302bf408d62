"""What an act has changed, so that just the views that show it reload."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Changes:
    """Identifiers touched by one act; ``everything`` where a list would be longer than the portfolio."""

    claims: frozenset[int] = frozenset()
    debtors: frozenset[int] = frozenset()
    letters: frozenset[int] = frozenset()
    plans: frozenset[int] = frozenset()
    settings: bool = False
    everything: bool = False

    def __or__(self, other: Changes) -> Changes:
        """Both acts together."""
        return Changes(
            self.claims | other.claims,
            self.debtors | other.debtors,
            self.letters | other.letters,
            self.plans | other.plans,
            self.settings or other.settings,
            self.everything or other.everything,
        )
