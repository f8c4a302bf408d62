"""The effect of letters, reckoned by hand."""

from datetime import date, timedelta

from models.rules.effect import History, Sent, effects

DAY = date(2026, 6, 1)
DUE = DAY - timedelta(days=40)
LONG_AFTER = date(2026, 12, 1)


def history(
    claim: int, debtor: int, *paid: tuple[int, int], due_on: date = DUE, fen: int = 10_000
) -> History:
    """A claim whose money came so many days after DAY."""
    days, sums, total = [], [], 0
    for after, fen_paid in paid:
        total += fen_paid
        days.append(DAY + timedelta(days=after))
        sums.append(total)
    return History(claim, debtor, "CNY", due_on, date(2026, 1, 1), fen, tuple(days), tuple(sums), tuple(sums))


def reckoned(*histories: History, today: date = LONG_AFTER, sent: tuple[Sent, ...] = ()):  # type: ignore[no-untyped-def]
    letters = sent or (Sent(1, "demand", 1, DAY, ((1, 10_000),)),)
    (found,) = effects(letters, {each.claim: each for each in histories}, today)
    return {window.days: window for window in found.windows}


def test_money_after_a_letter_stands_beside_claims_of_the_same_age_without_one() -> None:
    windows = reckoned(history(1, 1, (5, 6_000)), history(2, 2, (5, 1_000)), history(3, 3, (20, 3_000)))
    assert [(w.came_fen, w.control_fen, w.control) for w in windows.values()] == [
        (6_000, 500, 2),  # 1 000 of 20 000 in seven days: a twentieth
        (6_000, 500, 2),
        (6_000, 2_000, 2),  # 4 000 of 20 000 in thirty: a fifth
    ]


def test_the_last_day_of_a_window_counts_and_the_letters_own_day_does_not() -> None:
    windows = reckoned(history(1, 1, (0, 2_000), (7, 3_000), (8, 1_000)), history(2, 2))
    assert windows[7].came_fen == 3_000


def test_a_claim_of_another_age_is_no_control() -> None:
    windows = reckoned(history(1, 1, (5, 6_000)), history(2, 2, due_on=DAY - timedelta(days=200)))
    assert (windows[7].letters, windows[7].asked_fen, windows[7].per_mille) == (0, 0, None)


def test_a_debtor_with_a_letter_thirty_days_around_is_no_control() -> None:
    sent = (
        Sent(1, "demand", 1, DAY, ((1, 10_000),)),
        Sent(2, "demand", 2, DAY + timedelta(days=30), ((2, 10_000),)),
    )
    windows = reckoned(history(1, 1), history(2, 2), history(3, 3), sent=sent)
    assert windows[7].control == 1


def test_a_window_that_is_not_over_does_not_count() -> None:
    windows = reckoned(history(1, 1), history(2, 2), today=DAY + timedelta(days=15))
    assert [window.letters for window in windows.values()] == [1, 1, 0]


def test_what_is_paid_beyond_what_the_letter_asked_is_not_its_effect() -> None:
    sent = (Sent(1, "demand", 1, DAY, ((1, 4_000),)),)
    assert reckoned(history(1, 1, (1, 10_000)), history(2, 2), sent=sent)[7].came_fen == 4_000


def test_few_letters_are_said_to_be_few() -> None:
    assert reckoned(history(1, 1), history(2, 2))[7].few
