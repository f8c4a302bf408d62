"""The aging report, landscape: sums, one stacked bar, the table by debtor, and the line that ties it to the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from models.rules.ageing import UNDATED
from models.rules.facts import AgingFacts, AgingLine
from models.rules.money import grouped
from reports.bands import BandLook, band_looks, band_name, from_day, shares
from reports.blocks import Lines, baseline, kept, ragged, spaced
from reports.flow import Section, Strip
from reports.ink import Inked, Paper
from reports.inline import Text
from reports.landscape import HEAD, RIGHT, SIDE, SUBTITLE, WIDTH, LandscapePages, title_strip
from reports.style import FOLIO, GREY, MM, PALE, Language, Look
from reports.tables import Column, Layout, rule_strip
from reports.wording import Value, Wording, wording

_ROW = 5.7 * MM
_TABLE = Look("sans", 8.3)
_RED = "0.70 0.15 0.12 rg"
_MINUS = "−"


@dataclass(frozen=True)
class Report:
    """An aging about to be set."""

    facts: AgingFacts
    language: Language

    @cached_property
    def words(self) -> Wording:
        """The words of the report."""
        return wording("aging", self.language)

    @cached_property
    def shown(self) -> list[int]:
        """Places of the bands that get a column: all but an empty 无到期日."""
        totals = self.facts.band_totals
        return [at for at, band in enumerate(self.facts.bands) if band != UNDATED or totals[at]]

    @cached_property
    def looks(self) -> list[BandLook]:
        """Looks of the bands shown."""
        looks = band_looks(self.facts.bands)
        return [looks[at] for at in self.shown]

    @cached_property
    def own(self) -> list[AgingLine]:
        """Rows in CNY, the largest first."""
        return sorted(
            (line for line in self.facts.lines if line.currency == "CNY"), key=lambda line: -line.total_fen
        )

    @cached_property
    def others(self) -> list[AgingLine]:
        """Rows in other currencies; they are in no total."""
        return [line for line in self.facts.lines if line.currency != "CNY"]

    def values(self, **more: Value) -> dict[str, Value]:
        """What every sentence may name, and more."""
        day = self.facts.as_of.isoformat()
        return {"as_of": (Text(day, whole=True),), "title": self.words.text("title"), **more}

    def say(self, key: str, **more: Value) -> str:
        """A sentence of the report."""
        return self.words.text(key, self.values(**more))

    def set(self, key: str, look: Look, **more: Value) -> Sequence[Inked]:
        """A sentence of the report as one line of glyphs."""
        return ragged(self.words.inlines(key, self.values(**more)), look, self.language, WIDTH)[0]


def aging_section(facts: AgingFacts, language: Language) -> Section:
    """The report on as many landscape pages as it takes."""
    report = Report(facts, language)
    subtitle = report.set("subtitle", SUBTITLE, by=report.say(f"by.{facts.by}"))
    title = title_strip(report.say("title"), language, subtitle, report.set("scope", RIGHT))
    strips = [title, _sums(report), _bar(report), *spaced(_table(report), 10.0), *_tie(report)]
    running, made, scope = report.set("running", HEAD), report.set("made", FOLIO), report.set("scope", HEAD)
    return Section(strips, LandscapePages(facts.creditor_name, language, running, made, scope), SIDE)


def _sums(report: Report) -> Strip:
    """The whole, what of it is overdue, what for ninety days and more."""
    facts = report.facts
    by_day = [(from_day(band), fen) for band, fen in zip(facts.bands, facts.band_totals, strict=True)]
    overdue = sum(fen for first, fen in by_day if first >= 1)
    old = sum(fen for first, fen in by_day if first >= 90)
    entries = [
        ("open", facts.total_fen, _aside(report, f"rows.{facts.by}", count=str(len(report.own)))),
        ("overdue", overdue, _part_of(report, overdue)),
        ("old", old, _part_of(report, old)),
    ]

    def draw(paper: Paper, x: float, y: float) -> None:
        for key, fen, aside in entries:
            paper.inked(x, y + 9, report.set(key, Look("sans", 8.2, GREY)))
            wide = paper.text(x, y + 25, grouped(fen), Look("sans-bold", 13.5))
            wide += 6 + paper.inked(x + wide + 6, y + 25, aside)
            x += max(54 * MM, wide + 12)

    return Strip(33, draw, keep=True)


def _aside(report: Report, key: str, **more: Value) -> Sequence[Inked]:
    return report.set(key, Look("sans", 8.4, GREY), **more)


def _part_of(report: Report, fen: int) -> Sequence[Inked]:
    total = report.facts.total_fen
    if total <= 0:
        return []
    tenths = (2000 * fen + total) // (2 * total)
    return _aside(report, "share", figures=f"{tenths // 10}.{tenths % 10}%")


def _bar(report: Report) -> Strip:
    """One stacked bar, each part labelled under its left end; labels make room for one another."""
    fens = [report.facts.band_totals[at] for at in report.shown]
    total = sum(fens)
    names = [band_name(report.facts.bands[at], report.language) for at in report.shown]
    parts = [part for part in zip(names, shares(fens), fens, report.looks, strict=True) if part[2] > 0]

    def draw(paper: Paper, x: float, y: float) -> None:
        free, at = x, x
        for place, (name, share, fen, look) in enumerate(parts):
            width = WIDTH * fen / total
            paper.area(at, y, max(width - 1.2, 0.4), 6.4, look.bar)
            left = min(max(at, free), x + WIDTH - 44 * (len(parts) - place))
            ink = Look("sans", 7.4, look.text)
            wide = max(paper.text(left, y + 16, name, ink), paper.text(left, y + 25, f"{share}%", ink))
            free = left + wide + 6
            at += width

    return Strip(29 if parts else 0, draw, keep=True)


def _table(report: Report) -> list[Strip]:
    words = report.words
    columns = [
        Column(report.say(f"head.{report.facts.by}")),
        Column(words.text("sum"), figures=True),
        *(Column(band_name(report.facts.bands[at], report.language), figures=True) for at in report.shown),
        Column(words.text("longest"), figures=True),
        Column(words.text("part"), figures=True),
    ]
    parts = shares([line.total_fen for line in report.own])
    rows = [_cells(report, line, part) for line, part in zip(report.own, parts, strict=True)]
    others = [_cells(report, line, "") for line in report.others]
    total = _total(report)
    layout = Layout(columns, [*rows, *others], total, WIDTH, _TABLE)
    head = _head(report, layout)
    strips = [_row(report, layout, row) for row in rows]
    foot = rule_strip(WIDTH, 0.9)
    for place, strip in enumerate(strips):
        strip.head, strip.foot = head, foot
        strip.keep = place == 0 or place >= len(strips) - 2
    return [head, *strips, *_totals(report, layout, total), *_others(report, layout, others)]


def _cells(report: Report, line: AgingLine, part: str) -> list[str]:
    """The cells of a row; an empty band stays empty."""
    bands = [grouped(line.bands[at]) if line.bands[at] else "" for at in report.shown]
    days = f"{line.longest_days:,}" if line.longest_days > 0 else ""
    name = line.name if line.currency == "CNY" else f"{line.name} {line.currency}"
    return [name, grouped(line.total_fen), *bands, days, part]


def _total(report: Report) -> list[str]:
    facts = report.facts
    label = report.say("total", count=report.say(f"rows.{facts.by}", count=str(len(report.own))))
    longest = max((line.longest_days for line in report.own), default=0)
    bands = [grouped(facts.band_totals[at]) if facts.band_totals[at] else "" for at in report.shown]
    whole = "100.0" if facts.total_fen > 0 else ""
    return [label, grouped(facts.total_fen), *bands, f"{longest:,}" if longest else "", whole]


def _head(report: Report, layout: Layout) -> Strip:
    """The head; the heads of the bands in their colours."""
    look = layout.look.bold()
    height = 9.2 * MM
    last = 2 + len(report.shown)

    def draw(paper: Paper, x: float, y: float) -> None:
        for place, column in enumerate(layout.columns):
            ink = look
            if 2 <= place < last:
                band = report.looks[place - 2]
                paper.area(x + sum(layout.widths[:place]), y, layout.widths[place], height, band.head)
                ink = look._replace(ink=band.text)
            lines = column.head.split("\n")
            for number, line in enumerate(lines):
                at = y + (height - 10.4 * len(lines)) / 2 + number * 10.4 + baseline(10.4, look.size)
                paper.text(x + layout.edge(place), at, line, ink, "right" if column.figures else "left")
        paper.rule(x, y, WIDTH, 0.9)
        paper.rule(x, y + height, WIDTH, 0.6)

    return Strip(height, draw, keep=True)


def _row(report: Report, layout: Layout, texts: Sequence[str]) -> Strip:
    """A row; a band's cell is tinted and written in the band's colour."""
    cells = layout.cells(texts, layout.look, report.language)
    tall = _ROW + (max(len(cell.lines) for cell in cells) - 1) * 11.0
    last = 2 + len(report.shown)

    def draw(paper: Paper, x: float, y: float) -> None:
        cells[0].draw(paper, x + layout.edge(0), y + (_ROW - 11.0) / 2)
        at = y + baseline(_ROW, layout.look.size)
        for place in range(1, len(texts)):
            look = layout.look.bold() if place == 1 else layout.look
            if 2 <= place < last and texts[place]:
                band = report.looks[place - 2]
                paper.area(x + sum(layout.widths[:place]), y, layout.widths[place], tall, band.cell)
                look = look._replace(ink=band.text)
            paper.text(x + layout.edge(place), at, texts[place], look, "right")
        paper.rule(x, y + tall, WIDTH, 0.3, PALE)

    return Strip(tall, draw)


def _totals(report: Report, layout: Layout, total: Sequence[str]) -> list[Strip]:
    """Sums in bold, then their shares of the whole."""
    parts = shares([report.facts.band_totals[at] for at in report.shown])
    share = [report.say("shares"), "100.0" if report.facts.total_fen > 0 else "", *parts, "", ""]
    return [
        _plain(layout, total, layout.look.bold(), over=0.6, keep=True),
        _plain(layout, share, layout.look.grey(), under=0.9, keep=True),
    ]


def _plain(
    layout: Layout,
    texts: Sequence[str],
    look: Look,
    over: float = 0.0,
    under: float = 0.0,
    keep: bool = False,
) -> Strip:
    """A row without tints, with a rule over or under it."""

    def draw(paper: Paper, x: float, y: float) -> None:
        for place, text in enumerate(texts):
            align = "right" if layout.columns[place].figures else "left"
            paper.text(x + layout.edge(place), y + baseline(_ROW, look.size), text, look, align)
        if over:
            paper.rule(x, y, WIDTH, over)
        paper.rule(x, y + _ROW, WIDTH, under or 0.3, "0 G" if under else PALE)

    return Strip(_ROW, draw, keep=keep)


def _others(report: Report, layout: Layout, rows: Sequence[Sequence[str]]) -> list[Strip]:
    if not rows:
        return []
    label = [report.say("others"), *[""] * (len(layout.columns) - 1)]
    heading = _plain(layout, label, layout.look.grey(), keep=True)
    return spaced([heading, *(_row(report, layout, row) for row in rows)], 6.0)


def _tie(report: Report) -> list[Strip]:
    """Report, credit balances, ledger, difference; a difference is red and says what to do."""
    facts = report.facts
    net = facts.total_fen + facts.credit_fen
    off = net - facts.ledger_fen
    sign = _MINUS if facts.credit_fen <= 0 else "+"
    credit = wording("common", report.language).text("credit")
    values = report.values(
        amount=grouped(facts.total_fen),
        paid=f"{sign} {credit} {grouped(abs(facts.credit_fen))}",
        figures=grouped(net),
        debts=grouped(facts.ledger_fen),
    )
    found = report.say("difference_off" if off else "difference", figures=grouped(off))
    look = Look("sans", 8.3)
    ink = look.bold()._replace(ink=_RED) if off else look.bold()
    lines = Lines(
        ragged(
            (Text(report.say("tie_head"), bold=True), *report.words.inlines("tie", values)),
            look,
            report.language,
            WIDTH - 16,
        ),
        13.0,
    )

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.area(x, y, WIDTH, lines.height + 9, "0.953 0.957 0.965 rg")
        lines.draw(paper, x + 8, y + 4)
        last = sum(item.glyph.width * item.look.size + item.after for item in lines.lines[-1])
        paper.text(x + 10 + last, y + 4 + lines.height - 13 + baseline(13, look.size), found, ink)

    notes = Lines(
        ragged(
            report.words.inlines("definitions", report.values()), look.at(7.8).grey(), report.language, WIDTH
        ),
        11.4,
    )
    return [Strip(lines.height + 9, draw, keep=True, above=10), *kept(spaced(notes.strips(WIDTH), 5.0))]
