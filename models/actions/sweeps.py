"""Signing the lists of what was registered: each month's sweep, each quarter's audit."""

from __future__ import annotations

import json

from models.actions.desk import Desk
from models.actions.people import require
from models.changes import Changes
from models.queries.registration import frozen_rows, registration_list
from models.rules.problems import Problem, refuse_if
from models.tables import SignOff


def sign_off(desk: Desk, kind: str, period: str | None = None, note: str | None = None) -> Changes:
    """Sign a list as it stands; the copy kept with the signature changes no more.

    A list with late or incomplete registrations is signed with a remark on what is done about them. Refused:
    ``list_period_unreadable``, ``list_period_ahead``, ``list_already_signed``, ``sign_off_needs_note``,
    ``not_allowed``.
    """
    require(desk, "sign_registration")
    told = (note or "").strip() or None
    with desk.store.acting():
        found = registration_list(desk.store, desk.today, kind, period)
        signed, name = found.signed, found.period.name
        refuse_if(
            [Problem("list_already_signed", {"period": name, "who": signed.by}, "period")] if signed else []
        )
        if found.listed and told is None:
            refuse_if([Problem("sign_off_needs_note", {"count": str(len(found.listed))}, "note")])
        body = json.dumps({"note": told, "rows": frozen_rows(found.rows)}, ensure_ascii=False)
        with desk.act("sign_registration") as unit:
            facts = {"as_of": found.as_of, "body": body, "signed_at": unit.at, "signed_by": desk.who}
            unit.add(SignOff, kind=f"registration_{kind}", period=name, **facts)
    return Changes(everything=True)
