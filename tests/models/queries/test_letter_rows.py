from datetime import date

from models.actions.letters import issue, void
from models.actions.post import deliver, mail
from models.queries.letter_rows import letter_rows, next_number


def pdf(kind, facts, language):
    """Stand-in paper: the bytes are not looked at here."""
    return f"{kind} {facts.number} {language}".encode()


def test_a_letter_goes_from_issued_to_what_the_post_says(firm, claim):
    issue(firm, "demand", [claim()], pdf)
    (row,) = letter_rows(firm.store)
    assert (row.state, row.number, row.pay_by) == ("issued", "苏精催字〔2026〕第0001号", date(2026, 12, 8))
    mail(firm, row.id, "1078 3342 11501")
    assert letter_rows(firm.store)[0].state == "mailed"
    deliver(firm, row.id, "refused")
    now = letter_rows(firm.store)[0]
    assert (now.state, now.waybill, now.result_on, now.proof) == (
        "refused", "1078334211501", date(2026, 11, 20), None,
    )  # fmt: skip


def test_a_void_letter_stays_in_the_list_and_its_number_is_gone(firm, claim):
    made = issue(firm, "demand", [claim()], pdf).letters[0]
    void(firm, made.letter, "wrong address")
    assert letter_rows(firm.store)[0].state == "void"
    assert next_number(firm.store, "letter", 2026) == "苏精催字〔2026〕第0002号"
    assert next_number(firm.store, "letter", 2026, ahead=3) == "苏精催字〔2026〕第0005号"
    assert next_number(firm.store, "letter", 2027) == "苏精催字〔2027〕第0001号"


def test_the_newest_stands_first_and_some_can_be_asked_for(firm, claim):
    keys = [claim("甲公司"), claim("乙公司"), claim("丙公司")]
    made = [letter.letter for letter in issue(firm, "demand", keys, pdf).letters]
    assert [row.id for row in letter_rows(firm.store)] == made[::-1]
    assert [row.debtor for row in letter_rows(firm.store, [made[1]])] == ["乙公司"]
    assert letter_rows(firm.store, [made[1]])[0].claims == (keys[1],)
