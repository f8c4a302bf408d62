"""The one door: facts in, PDF out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.rules.call_sheet import CallSheetFacts
from models.rules.case_minutes import CaseMinutesFacts
from models.rules.facts import AgingFacts, LetterFacts, PlanFacts
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.mails import CalibrationFacts, PostFacts, PostingListFacts
from models.rules.memo import MemoFacts
from models.rules.minutes import MinutesFacts
from models.rules.problems import Problem, refuse_if
from models.rules.recovery_key import RecoveryFacts
from reports.aging import aging_section
from reports.agreement import agreement_section
from reports.call_memo import memo_section
from reports.call_sheet import call_sheet_section
from reports.case_minutes import case_minutes_section
from reports.checks import Facts, contradictions, missing_glyphs, on_one_line, plain
from reports.embedding import NO_STOCK, Stock
from reports.flow import Section, compose
from reports.ink import Paper
from reports.interest import interest_section
from reports.landscape import LANDSCAPE
from reports.letter import letter_section
from reports.letter_stock import letter_stock
from reports.letter_values import letter_gaps, with_gaps, with_interest_table
from reports.minutes import minutes_section
from reports.plan_values import agreement_title
from reports.post import calibration_pdf, post_pdf
from reports.posting_list import posting_list_section
from reports.recovery_sheet import recovery_section
from reports.slip import slip_section
from reports.style import A4, Language
from reports.wording import letter_wording, wording


def render(kind: str, facts: Facts, language: Language, *, on_screen: bool = False) -> bytes:
    """A document of a kind as PDF; the same facts give the same bytes.

    ``on_screen`` draws the places of seals as dashed rings, which paper never carries. Raises Refused, naming the
    field, when a name holds a character no font can draw or a total is not the sum of its rows; KeyError for an unknown
    kind.
    """
    missing: tuple[Problem, ...] = ()
    if not plain(facts):
        facts = on_one_line(facts)
        missing = missing_glyphs(facts)
    refuse_if((*missing, *contradictions(facts)))
    return _SHAPES[kind](facts, language, on_screen)


def _letter(facts: Facts, language: Language, on_screen: bool) -> bytes:
    assert isinstance(facts, LetterFacts)  # noqa: S101
    if on_screen:
        facts = with_gaps(facts, language)
    else:
        refuse_if(letter_gaps(facts))
    sections = [letter_section(facts, language, on_screen)]
    if facts.interest and with_interest_table(facts):
        sections.append(interest_section(facts, facts.interest, language))
    if LETTER_KINDS[facts.kind].with_slip:
        sections.append(slip_section(facts, language, on_screen))
    title = f"{letter_wording(facts.kind, language, facts.words).text('title')} {facts.number}"
    return _printed(sections, title, facts.creditor.name, stock=letter_stock(facts, language))


def _plan(facts: Facts, language: Language, on_screen: bool) -> bytes:
    assert isinstance(facts, PlanFacts)  # noqa: S101
    section = agreement_section(facts, language, on_screen)
    title = f"{agreement_title(facts, language)} {facts.number}"
    return _printed([section], title, facts.creditor.name)


def _aging(facts: Facts, language: Language, _on_screen: bool) -> bytes:
    assert isinstance(facts, AgingFacts)  # noqa: S101
    title = f"{wording('aging', language).text('title')} {facts.as_of.isoformat()}"
    return _printed([aging_section(facts, language)], title, facts.creditor_name or "", LANDSCAPE)


def _minutes(facts: Facts, language: Language, _on_screen: bool) -> bytes:
    assert isinstance(facts, MinutesFacts)  # noqa: S101
    title = f"{wording('minutes', language).text('title')} {facts.month}"
    section = minutes_section(facts, language)
    return _printed([section], title, facts.creditor_name or "", LANDSCAPE)


def _case_minutes(facts: Facts, language: Language, _on_screen: bool) -> bytes:
    assert isinstance(facts, CaseMinutesFacts)  # noqa: S101
    title = f"{wording('case_minutes', language).text('title')} {facts.debtor}"
    section = case_minutes_section(facts, language)
    return _printed([section], title, facts.creditor_name or "", LANDSCAPE)


def _memo(facts: Facts, language: Language, on_screen: bool) -> bytes:
    assert isinstance(facts, MemoFacts)  # noqa: S101
    named = f"{wording('call_memo', language).text('title')} {facts.debtor.name}"
    return _printed([memo_section(facts, language, on_screen)], named, facts.creditor.name)


def _call_sheet(facts: Facts, language: Language, _on_screen: bool) -> bytes:
    assert isinstance(facts, CallSheetFacts)  # noqa: S101
    title = f"{wording('call_sheet', language).text('title')} {facts.on.isoformat()}"
    section = call_sheet_section(facts, language)
    return _printed([section], title, facts.creditor_name or "", LANDSCAPE)


def _post(facts: Facts, _language: Language, on_screen: bool) -> bytes:
    assert isinstance(facts, PostFacts)  # noqa: S101
    return post_pdf(facts, on_screen)


def _calibration(facts: Facts, language: Language, _on_screen: bool) -> bytes:
    assert isinstance(facts, CalibrationFacts)  # noqa: S101
    return calibration_pdf(facts, language)


def _posting_list(facts: Facts, language: Language, _on_screen: bool) -> bytes:
    assert isinstance(facts, PostingListFacts)  # noqa: S101
    title = f"{wording('post', language).text('title')} {facts.batch}"
    section = posting_list_section(facts, language)
    return _printed([section], title, facts.sender, LANDSCAPE)


def _recovery_sheet(facts: Facts, language: Language, _on_screen: bool) -> bytes:
    assert isinstance(facts, RecoveryFacts)  # noqa: S101
    title = wording("recovery_sheet", language).text("title")
    return _printed([recovery_section(facts, language)], title, facts.creditor_name or "")


def _printed(
    sections: Sequence[Section],
    title: str,
    author: str,
    size: tuple[float, float] = A4,
    stock: Stock = NO_STOCK,
) -> bytes:
    paper = Paper(size, title, author, stock)
    compose(paper, sections)
    return paper.finish()


_SHAPES: dict[str, Callable[[Facts, Language, bool], bytes]] = {
    **dict.fromkeys(LETTER_KINDS, _letter),
    "plan": _plan,
    "aging": _aging,
    "call_memo": _memo,
    "minutes": _minutes,
    "case_minutes": _case_minutes,
    "call_sheet": _call_sheet,
    "post": _post,
    "calibration": _calibration,
    "posting_list": _posting_list,
    "recovery_sheet": _recovery_sheet,
}
