"""What has left and vouches for the journal: manifests of exports, bundles and backups, and the foot of each letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from models.given_file import text_of
from models.rules.problems import Problem, Refused
from models.store import Store

_FOOT = re.compile(r"[0-9a-f]{16,64}")


def not_in_journal(store: Store, told: Iterable[str]) -> list[str]:
    """Those of them whose entry the journal does not hold (any more): its end was cut off, or it is another's.

    Each is the path of a manifest, or the characters at the foot of a letter. Refused: ``not_a_manifest``.
    """
    return [each for each in told if not _stands(store, each)]


def _stands(store: Store, told: str) -> bool:
    if _FOOT.fullmatch(told):
        found = store.database.execute_sql(
            "SELECT 1 FROM journal WHERE substr(hash, 1, ?) = ?", (len(told), told)
        )
    else:
        found = store.database.execute_sql("SELECT 1 FROM journal WHERE seq = ? AND hash = ?", _head_in(told))
    return found.fetchone() is not None


def _head_in(manifest: str) -> tuple[int, str]:
    try:
        journal = json.loads(text_of(Path(manifest)))["journal"]
        return int(journal["seq"]), str(journal["hash"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused(Problem("not_a_manifest", {"file": manifest}, manifest)) from error
