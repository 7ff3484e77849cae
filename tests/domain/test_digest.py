"""What a digest shows, in which order, and what it only counts."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gdflow.domain.digest import (
    MAX_SHOWN,
    CoordinatorNotice,
    Digest,
    DigestLine,
    Letterhead,
    Purpose,
    Section,
    grouped,
    one_row,
    shown,
)
from gdflow.domain.findings import Finding, FindingKind
from gdflow.domain.ladders import ReminderReason
from gdflow.domain.obligations import ObligationKind

TODAY = date(2023, 7, 10)
HEAD = Letterhead("Alcaldía", "Gobierno Digital", "a@b.example", None, "r@b.example", "c@b.example")
LINE = DigestLine(
    "Plan", 3, "2", "Seguimiento", "1", "2023-Q2", ObligationKind.RESULT, TODAY, None, ReminderReason.DUE_SOON, "Equipo"
)
DAYS = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days))
LINES = st.lists(
    st.builds(
        replace,
        st.just(LINE),
        row=st.integers(1, 99),
        due_on=DAYS,
        reason=st.sampled_from(ReminderReason),
        returned_note=st.sampled_from([None, "falta evidencia"]),
    ),
    max_size=30,
)


def digest_of(lines: list[DigestLine]) -> Digest:
    return Digest(HEAD, Purpose.DIGEST, ("Equipo",), tuple(lines))


def test_the_dates_decide_where_a_line_stands() -> None:
    sections = [replace(LINE, due_on=TODAY + timedelta(days=days)).section(TODAY) for days in (-1, 0, 1)]
    assert sections == [Section.OVERDUE, Section.DUE_TODAY, Section.SOON]


def test_a_reminder_caught_up_late_is_overdue_whatever_its_step_said() -> None:
    line = replace(LINE, due_on=date(2023, 7, 7), reason=ReminderReason.DUE_TODAY)
    assert line.section(TODAY) is Section.OVERDUE
    assert line.days_left(TODAY) == -3


def test_a_closing_line_stands_before_overdue_ones_and_a_returned_one_before_all() -> None:
    overdue = replace(LINE, due_on=date(2023, 7, 1))
    closing = replace(overdue, reason=ReminderReason.CLOSING_SOON)
    returned = replace(closing, returned_note="falta evidencia")
    order = [group.section for group in grouped([LINE, overdue, closing, returned], today=TODAY)]
    assert order == [Section.RETURNED, Section.CLOSING, Section.OVERDUE, Section.DUE_TODAY]


def test_a_row_stands_where_its_most_urgent_matter_stands_and_keeps_the_others() -> None:
    end = replace(LINE, kind=ObligationKind.DEADLINE, period=None)
    late, later = replace(end, due_on=date(2023, 4, 30)), replace(LINE, period="2023-Q1", due_on=date(2023, 6, 30))
    row = one_row([LINE, later, late], today=TODAY)
    assert (replace(row, also=()), row.also) == (late, (later, LINE))
    assert row.section(TODAY) is Section.OVERDUE
    assert digest_of([row, end]).matters == (row, later, LINE, end)


def test_a_closing_report_comes_before_an_end_that_has_passed() -> None:
    late = replace(LINE, kind=ObligationKind.DEADLINE, period=None, due_on=date(2023, 4, 30))
    closing = replace(LINE, reason=ReminderReason.CLOSING_SOON)
    assert one_row([late, closing], today=TODAY).section(TODAY) is Section.CLOSING


def test_sections_have_spanish_titles_and_signs_of_their_own() -> None:
    assert [section.label for section in Section][:3] == ["Por corregir", "Último plazo antes del cierre", "Vencidas"]
    assert len({section.symbol for section in Section}) == len(Section)


def test_a_plan_is_named_once() -> None:
    assert digest_of([LINE, replace(LINE, plan="Otro"), LINE]).plans == ("Plan", "Otro")


def test_a_digest_without_a_page_is_answered_by_a_mail_that_carries_the_reference() -> None:
    head = replace(HEAD, reply_to="r+k7f3q2mx4d@b.example", reference="k7f3q2mx4d")
    digest = replace(digest_of([LINE]), head=head)
    assert digest.reply_link == "mailto:r%2Bk7f3q2mx4d@b.example?subject=Reporte%20GD-K7F3Q2MX4D"
    assert replace(digest, link="https://b.example/r/1").reply_link is None


def test_a_digest_without_reference_is_answered_all_the_same() -> None:
    assert HEAD.reference_text is None
    assert digest_of([LINE]).reply_link == "mailto:r@b.example?subject=Reporte"


def test_findings_keep_their_order_within_a_kind() -> None:
    findings = tuple(Finding(kind, text) for text in "ab" for kind in (FindingKind.NO_ADDRESS, FindingKind.NO_TEAM))
    notice = CoordinatorNotice(HEAD, findings)
    assert [finding.subject for finding in notice.of_kind(FindingKind.NO_TEAM)] == ["a", "b"]
    assert FindingKind.NO_TEAM.many == "actividades sin responsable"
    assert FindingKind.NO_TEAM.advice


@given(LINES)
def test_grouping_keeps_every_line_once_and_sorts_by_due_date(lines: list[DigestLine]) -> None:
    groups = grouped(lines, today=TODAY)
    kept = [line for group in groups for line in group.lines]
    assert sorted(map(repr, kept)) == sorted(map(repr, lines))
    assert all(list(group.lines) == sorted(group.lines, key=lambda line: line.due_on) for group in groups)
    assert all(group.total == len(group.lines) for group in groups)
    assert [group.section for group in groups] == sorted((g.section for g in groups), key=list(Section).index)


@given(LINES, st.integers(1, 12))
def test_shown_and_hidden_lines_are_all_lines(lines: list[DigestLine], limit: int) -> None:
    page = shown(digest_of(lines), today=TODAY, limit=limit)
    visible = [line for group in page.groups for line in group.lines]
    everything = [line for group in grouped(lines, today=TODAY) for line in group.lines]
    assert visible == everything[:limit]
    assert len(visible) + page.hidden == len(lines)


def test_ten_lines_are_shown_and_the_others_counted() -> None:
    page = shown(digest_of([LINE] * 23), today=TODAY)
    assert sum(len(group.lines) for group in page.groups) == MAX_SHOWN == 10
    assert page.hidden == 13
    assert page.groups[0].total == 23
