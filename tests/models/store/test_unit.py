from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from models.actions.desk import Desk
from models.changes import Changes
from models.rules.problems import Refused
from models.store.rows import canonical
from models.store.unit import GENESIS, entry_hash
from models.tables import Claim, Debtor, Journal, Setting


def test_an_act_that_fails_leaves_nothing(desk: Desk) -> None:
    def fails() -> None:
        with desk.act("try") as unit:
            unit.add(Debtor, name="甲")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert Debtor.select().count() == 0
    assert Journal.select().count() == 0


def test_every_entry_seals_the_one_before(desk: Desk) -> None:
    for name in ("甲", "乙", "丙"):
        with desk.act("add") as unit:
            unit.add(Debtor, name=name)
    prev = GENESIS
    for seq, entry in enumerate(Journal.select().order_by(Journal.seq), 1):
        told = Journal.select(Journal.at).where(Journal.seq == seq).tuples().get()[0]
        at = told.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        assert (entry.seq, entry.prev, entry.who) == (seq, prev, "林晓")
        assert entry.hash == entry_hash(seq, at, entry.who, entry.verb, entry.body, prev)
        prev = entry.hash


def test_the_journal_keeps_old_and_new_of_a_change(desk: Desk) -> None:
    with desk.act("add") as unit:
        debtor = unit.add(Debtor, name="甲")
        claim = unit.add(Claim, debtor=debtor, amount_fen=100, registered_on=date(2026, 1, 1))
    with desk.act("change") as unit:
        unit.change(Claim, claim, amount_fen=250, due_on=date(2026, 3, 1), owner=None)
    body = json.loads(Journal.select(Journal.body).where(Journal.seq == 2).scalar())
    assert body == [["change", "claim", claim, {"amount_fen": [100, 250], "due_on": [None, "2026-03-01"]}]]


def test_what_stays_the_same_makes_no_entry(desk: Desk) -> None:
    with desk.act("add") as unit:
        debtor = unit.add(Debtor, name="甲", code="1")
    with desk.act("change") as unit:
        unit.change(Debtor, debtor, code="1")
    assert Journal.select().count() == 1


def test_keys_are_never_given_out_twice(desk: Desk) -> None:
    with desk.act("add") as unit:
        first = unit.add_many(Debtor, ("name", "is_person", "initials"), [["甲", 0, ""], ["乙", 0, ""]])
        unit.remove_many(Debtor, first)
    with desk.act("add") as unit:
        assert unit.add(Debtor, name="丙") == first[-1] + 1
        assert list(unit.add_many(Debtor, ("name", "is_person", "initials"), [["丁", 0, ""]])) == [
            first[-1] + 2
        ]


def test_changes_name_the_claims_and_debtors_touched(desk: Desk) -> None:
    with desk.act("add") as unit:
        debtor = unit.add(Debtor, name="甲")
        claim = unit.add(Claim, debtor=debtor, amount_fen=1, registered_on=date(2026, 1, 1))
    assert unit.changes == Changes(claims=frozenset({claim}), debtors=frozenset({debtor}))


def test_a_naive_instant_is_refused(desk: Desk) -> None:
    with pytest.raises(ValueError, match="zone"), desk.store.unit("x", "y", datetime(2026, 1, 1)) as unit:  # noqa: DTZ001
        unit.add(Debtor, name="甲")


def test_a_row_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(Refused) as refusal, desk.store.unit("x", "y", datetime.now(UTC)) as unit:
        unit.change(Claim, 99, amount_fen=1)
    assert refusal.value.problems[0].params == {"what": "claim", "id": "99"}


COUNTS = [0, 1, 99, 100, 101, 5_999, 6_000, 6_001, 12_345]
"""About the ends of a statement and of a block."""


def body_of(desk: Desk) -> str:
    return str(Journal.select(Journal.body).order_by(Journal.seq.desc()).limit(1).scalar())


@pytest.mark.parametrize("count", COUNTS)
def test_many_rows_stand_in_the_table_and_in_one_operation(desk: Desk, count: int) -> None:
    rows = [[f"key {n}", f'"值" \\ {n}\n\u2028'] for n in range(count)]
    with desk.act("many") as unit:
        unit.add(Setting, key="first", value="1")
        keys = unit.add_many(Setting, ("key", "value"), iter(rows))
    assert keys == range(2, 2 + count)
    added = json.loads(body_of(desk))[1:]
    assert added == (
        [["add", "setting", ["id", "key", "value"], [[n, *row] for n, row in enumerate(rows, 2)]]]
        if count
        else []
    )
    assert Setting.select(Setting.key, Setting.value).where(Setting.id > 1).order_by(Setting.id).tuples()[
        :
    ] == [tuple(row) for row in rows]


@pytest.mark.parametrize("count", [0, 1, 6_001])
def test_rows_told_by_their_columns_stand_as_if_told_one_by_one(desk: Desk, count: int) -> None:
    keys, values = [f"键 {n}" for n in range(count)], [str(n) for n in range(count)]
    with desk.act("columns") as unit:
        assert unit.add_columns(Setting, {"key": keys, "value": values}) == range(1, 1 + count)
        unit.add(Setting, key="last", value="")
    rows = [[n, *row] for n, row in enumerate(zip(keys, values, strict=True), 1)]
    added = [
        ["add", "setting", ["id", "key", "value"], some] for some in (rows, [[count + 1, "last", ""]]) if some
    ]
    assert json.loads(body_of(desk)) == added
    kept = Setting.select(Setting.id, Setting.key, Setting.value).order_by(Setting.id).limit(count)
    assert [[*row] for row in kept.tuples().execute(desk.store.database)] == rows


def test_columns_of_other_lengths_are_no_rows(desk: Desk) -> None:
    with pytest.raises(ValueError, match="unpack"), desk.act("columns") as unit:
        unit.add_columns(Setting, {"key": ["甲", "乙"], "value": ["1"]})
    assert Setting.select().count() == 0


def test_what_is_noted_in_blocks_is_canonical(desk: Desk) -> None:
    with desk.act("many") as unit:
        keys = unit.add_many(Setting, ("key", "value"), ([str(n), "丙\t"] for n in range(7_000)))
    assert body_of(desk) == canonical(json.loads(body_of(desk)))
    with desk.act("gone") as unit:
        unit.remove_many(Setting, [*keys, 99_999])
    assert body_of(desk) == canonical(json.loads(body_of(desk)))
    assert len(json.loads(body_of(desk))[0][3]) == 7_000


def test_removed_rows_come_back_under_their_own_keys(desk: Desk) -> None:
    with desk.act("add") as unit:
        keys = [unit.add(Debtor, name=name) for name in ("甲", "乙")]
    with desk.act("gone") as unit:
        unit.remove_many(Debtor, keys)
    ((_, _, columns, rows),) = json.loads(body_of(desk))
    with desk.act("back") as unit:
        unit.put_back(Debtor, columns, rows)
    assert [(debtor.id, debtor.name) for debtor in Debtor.select().order_by(Debtor.id)] == [
        (keys[0], "甲"),
        (keys[1], "乙"),
    ]
    assert unit.changes.debtors == set(keys)


def test_a_claim_that_changes_hands_touches_both_debtors(desk: Desk) -> None:
    with desk.act("add") as unit:
        one, other = unit.add(Debtor, name="甲"), unit.add(Debtor, name="乙")
        claim = unit.add(Claim, debtor=one, amount_fen=100, registered_on=date(2026, 1, 1))
    with desk.act("move") as unit:
        unit.change(Claim, claim, debtor=other)
    assert unit.changes.debtors == {one, other}
