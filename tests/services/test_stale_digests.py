"""A mail server that was away for days: nobody gets a bundle of old mails when it is back."""

from gdflow.app import App
from gdflow.domain.outbox import NoticeState
from tests.support.cast import USO_MAIL
from tests.support.installation import accounting, delivered, mails, notices, scanned

DAYS = ("2023-06-30", "2023-07-06", "2023-07-10")


def of_uso(app: App) -> list[tuple[str, NoticeState]]:
    return [(notice.day.isoformat(), notice.state) for notice in notices(app) if notice.address == USO_MAIL]


def test_after_an_outage_of_days_only_the_newest_digest_leaves(installed: App) -> None:
    for day in DAYS:
        scanned(installed, day)
    assert of_uso(installed) == [
        ("2023-06-30", NoticeState.SUPPRESSED),
        ("2023-07-06", NoticeState.SUPPRESSED),
        ("2023-07-10", NoticeState.QUEUED),
    ]
    delivered(installed, "2023-07-10", 9)
    assert [str(mail["Subject"]) for mail in mails(installed) if USO_MAIL in str(mail["To"])] == [
        "[Uso y Apropiación] Vence hoy: faltan 2 reportes del trimestre 2"
    ]


def test_a_digest_that_missed_its_day_is_said_on_the_next_although_no_step_is_new(installed: App) -> None:
    scanned(installed, "2023-06-30")
    again = scanned(installed, "2023-07-04")
    assert again.new == 0
    assert [notice.address for notice in again.composed.notices if notice.address == USO_MAIL] == [USO_MAIL]


def test_a_digest_that_left_is_not_said_again(installed: App) -> None:
    scanned(installed, "2023-06-30")
    delivered(installed, "2023-06-30", 9)
    assert scanned(installed, "2023-07-04").composed.notices == ()


def test_the_account_closes_through_an_outage(installed: App) -> None:
    for day in DAYS:
        scanned(installed, day)
    delivered(installed, "2023-07-10", 9)
    stands = accounting(installed)
    assert stands.closed
    assert stands.pending == 0
