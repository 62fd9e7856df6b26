"""``manage.py refresh_bank_holidays``: the difference is shown and applied, and bad data changes nothing.

It is Tue 6 Oct 2026, noon, except where a test says otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client

from requests_app import checks
from requests_app.models import BankHoliday, HolidayRefresh, OutgoingEmail, Recomputation
from requests_app.queries import holidays as table
from requests_app.usecases.staff import save_record
from tests import factories as make
from tests.factories import SENT_ON, noon
from tests.feeds import Feed, a_feed, saved, with_day, without_day

pytestmark = pytest.mark.django_db

PROCLAIMED = date(2026, 10, 19)
ST_ANDREWS = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(noon(SENT_ON), tick=True):
        yield


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("refresh_bank_holidays", *arguments, stdout=out)
    return out.getvalue()


def as_json(*arguments: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(*arguments, "--json"))
    return answer


def refused(*arguments: str) -> str:
    with pytest.raises(CommandError) as caught:
        run(*arguments)
    assert caught.value.returncode == 2
    assert "\n" not in str(caught.value)
    return str(caught.value)


def days(division: str = "scotland") -> set[date]:
    return set(BankHoliday.objects.filter(division=division).values_list("on", flat=True))


# What is applied


def test_a_proclaimed_day_is_shown_added_and_moves_the_dates_that_count_it(tmp_path: Path) -> None:
    foi_request = make.a_request()
    source = saved(with_day(a_feed(), "scotland", PROCLAIMED, "World Cup"), tmp_path)
    assert run("--from", source).splitlines() == [
        "+ Mon 19 Oct 2026, World Cup, Scotland",
        "1 day was added.",
        "1 request computed again: 2 dates moved, 1 e-mail to those concerned, 0 could not be computed.",
    ]
    holiday = BankHoliday.objects.get(on=PROCLAIMED)
    assert holiday.source.startswith("GOV.UK's list, read Tue 6 Oct 2026 from ")
    assert holiday.history.count() == 1
    assert make.due(foi_request).due_on == date(2026, 11, 4)
    assert "Mon 19 Oct 2026 was proclaimed a bank holiday in Scotland" in OutgoingEmail.objects.get().subject
    refresh = HolidayRefresh.objects.get()
    assert (refresh.ok, refresh.sentence, refresh.source) == (True, "1 day was added.", source[:300])


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    make.a_request()
    source = saved(with_day(a_feed(), "scotland", PROCLAIMED), tmp_path)
    run("--from", source)
    before = make.everything()
    assert run("--from", source) == "Our table agrees with the list: nothing to change.\n"
    after = make.everything()
    assert len(after.pop("requests_app.HolidayRefresh")) == len(before.pop("requests_app.HolidayRefresh")) + 1
    assert after == before


def test_our_table_agrees_with_a_list_of_the_same_days(tmp_path: Path) -> None:
    assert run("--from", saved(a_feed(), tmp_path)) == "Our table agrees with the list: nothing to change.\n"
    assert Recomputation.objects.count() == 0


def test_a_day_the_list_took_back_is_removed_and_the_history_keeps_it(tmp_path: Path) -> None:
    source = saved(without_day(a_feed(), "scotland", ST_ANDREWS), tmp_path)
    answer = as_json("--from", source)
    assert [row["on"] for row in answer["removed"]] == ["2026-11-30"]
    assert ST_ANDREWS not in days()
    assert BankHoliday.history.filter(on=ST_ANDREWS, history_type="-").exists()


def test_a_year_published_anew_reaches_further_ahead(tmp_path: Path) -> None:
    feed = a_feed()
    for division in feed:
        for event in list(feed[division]["events"]):
            if event["date"].startswith("2027"):
                feed[division]["events"].append({**event, "date": event["date"].replace("2027", "2029")})
    assert as_json("--from", saved(feed, tmp_path))["sentence"] == "27 days were added."
    assert table.holiday_table().horizon == date(2029, 12, 31)


def test_old_years_the_list_has_dropped_stay(tmp_path: Path) -> None:
    before = [days(division) for division in ("scotland", "england-and-wales", "northern-ireland")]
    run("--from", saved(a_feed(2026, 2027), tmp_path))
    assert [days(division) for division in ("scotland", "england-and-wales", "northern-ireland")] == before


def test_a_day_staff_entered_before_the_list_had_it_stays(tmp_path: Path, admin: Client) -> None:
    added = admin.post(
        "/admin/requests_app/bankholiday/add/",
        {"on": "2026-10-19", "division": "scotland", "title": "World Cup", "source": "Edinburgh Gazette"},
    )
    assert added.status_code == 302
    said = run("--from", saved(a_feed(), tmp_path))
    assert "Mon 19 Oct 2026, World Cup, Scotland: not in the list, entered by hand, kept" in said
    assert PROCLAIMED in days()


def test_check_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    make.a_request()
    source = saved(with_day(a_feed(), "scotland", PROCLAIMED), tmp_path)
    before = make.everything(), BankHoliday.objects.count()
    answer = as_json("--from", source, "--check")
    assert (answer["applied"], answer["sentence"]) == (False, "1 day would be added.")
    assert run("--from", source, "--check").startswith("+ Mon 19 Oct 2026, Special day, Scotland\n")
    assert (make.everything(), BankHoliday.objects.count()) == before


def test_json_is_one_object_with_what_was_done(tmp_path: Path) -> None:
    make.a_request()
    source = saved(with_day(a_feed(), "northern-ireland", PROCLAIMED), tmp_path)
    assert as_json("--from", source) == {
        "from": source,
        "applied": True,
        "sentence": "1 day was added.",
        "added": [
            {"on": "2026-10-19", "title": "Special day", "division": "northern-ireland", "what": "added"}
        ],
        "removed": [],
        "kept": [],
        "requests": 1,
        "dates_moved": 2,
        "not_computed": 0,
        "people_told": 1,
    }


# What is refused


def _without_scotland(feed: Feed) -> object:
    return {division: days for division, days in feed.items() if division != "scotland"}


def _emptied(feed: Feed) -> object:
    return {**feed, "scotland": {"division": "scotland", "events": []}}


def _thinned(feed: Feed) -> object:
    events = feed["scotland"]["events"]
    of_2027 = [event for event in events if event["date"].startswith("2027")]
    return {**feed, "scotland": {"events": [event for event in events if event not in of_2027[5:]]}}


def _misdated(feed: Feed) -> object:
    feed["scotland"]["events"][0]["date"] = "30 November"
    return feed


def _shortened(feed: Feed) -> object:
    for on in (date(2027, 1, 4), date(2027, 8, 2), date(2027, 11, 30), date(2028, 1, 4)):
        without_day(feed, "scotland", on)
    return feed


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda _: "<html>Service unavailable</html>", "it is not JSON"),
        (lambda _: "", "it is empty"),
        (_without_scotland, "it has no scotland"),
        (_emptied, "it has no events for scotland"),
        (_thinned, "it has 5 bank holidays for Scotland in 2027, where 8 to 12 are usual"),
        (_misdated, "for scotland is '30 November'"),
        (_shortened, "it would remove 4 days at once"),
        (lambda _: a_feed(2024, 2025), "it ends with 2025"),
    ],
)
def test_bad_data_changes_nothing_and_is_reported_in_one_sentence(
    spoil: Callable[[Feed], object], said: str, tmp_path: Path
) -> None:
    make.a_request()
    before = make.everything(), BankHoliday.objects.count()
    source = saved(spoil(a_feed()), tmp_path)
    sentence = refused("--from", source)
    assert sentence.startswith(f"The list at {source} was not used, and nothing was changed: ")
    assert said in sentence
    assert sentence.endswith(".")
    refresh = HolidayRefresh.objects.get()
    assert (refresh.ok, refresh.sentence) == (False, sentence[:500])
    refresh.delete()
    assert (make.everything(), BankHoliday.objects.count()) == before


def test_silence_is_reported(tmp_path: Path) -> None:
    assert "it can't be read (No such file or directory)" in refused("--from", str(tmp_path / "none.json"))
    assert not HolidayRefresh.objects.get().ok


def test_without_an_address_or_a_file_it_says_how_to_give_one() -> None:
    assert refused() == "Say where the list is: --from URL_OR_FILE, or set BANK_HOLIDAYS_URL."
    assert HolidayRefresh.objects.count() == 0


def test_the_address_of_the_settings_is_the_default(tmp_path: Path, settings: Any) -> None:
    settings.BANK_HOLIDAYS_URL = saved(a_feed(), tmp_path)
    assert run() == "Our table agrees with the list: nothing to change.\n"


def test_a_refusal_prints_nothing_on_standard_output(tmp_path: Path) -> None:
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("refresh_bank_holidays", "--from", saved("{", tmp_path), "--json", stdout=out)
    assert out.getvalue() == ""


# What staff see


@pytest.fixture
def admin() -> Client:
    """A browser in which staff are signed in."""
    client = Client()
    client.force_login(
        make.a_person(is_staff=True, is_superuser=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


def test_staff_add_edit_and_remove_days_the_same_way(
    admin: Client, django_capture_on_commit_callbacks: Any
) -> None:
    foi_request = make.a_request()
    given = {"on": "2026-10-19", "division": "scotland", "title": "World Cup", "source": ""}
    assert admin.post("/admin/requests_app/bankholiday/add/", given).status_code == 302
    added = Recomputation.objects.get()
    assert added.because == "Mon 19 Oct 2026 was proclaimed a bank holiday in Scotland"
    assert added.batches.get().foi_request_ids == [foi_request.pk]
    holiday = BankHoliday.objects.get(on=PROCLAIMED)
    assert holiday.history.get().history_user is not None
    change = f"/admin/requests_app/bankholiday/{holiday.pk}/change/"
    assert admin.post(change, {**given, "on": "2026-10-20"}).status_code == 302
    assert Recomputation.objects.count() == 2
    listed = admin.post(
        "/admin/requests_app/bankholiday/",
        {"action": "delete_selected", "_selected_action": [holiday.pk], "post": "yes"},
    )
    assert listed.status_code == 302
    assert (
        Recomputation.objects.latest("pk").because
        == "Tue 20 Oct 2026 is no longer a bank holiday in Scotland"
    )


def test_the_three_rows_of_one_day_removed_together_are_one_cause(admin: Client) -> None:
    boxing_day = BankHoliday.objects.filter(on=date(2026, 12, 28))
    admin.post(
        "/admin/requests_app/bankholiday/",
        {"action": "delete_selected", "_selected_action": [row.pk for row in boxing_day], "post": "yes"},
    )
    assert Recomputation.objects.get().because == (
        "Mon 28 Dec 2026 is no longer a bank holiday in the whole United Kingdom"
    )


def test_the_admins_first_page_is_quiet_when_all_is_well(admin: Client, tmp_path: Path) -> None:
    run("--from", saved(a_feed(), tmp_path))
    assert "messagelist" not in admin.get("/admin/").content.decode()
    assert table.table_warnings(today=SENT_ON) == []


def test_a_list_never_read_or_unread_for_two_months_is_a_warning(admin: Client, tmp_path: Path) -> None:
    assert "has not been compared with GOV.UK’s list yet" in admin.get("/admin/").content.decode()
    run("--from", saved(a_feed(), tmp_path))
    assert table.table_warnings(today=date(2026, 12, 5)) == []
    (warning,) = table.table_warnings(today=date(2026, 12, 6))
    assert warning == "The bank holiday table was last compared with GOV.UK’s list on Tue 6 Oct 2026."


def test_a_try_that_failed_is_a_warning_until_one_succeeds(admin: Client, tmp_path: Path) -> None:
    run("--from", saved(a_feed(), tmp_path))
    refused("--from", saved("{", tmp_path))
    page = admin.get("/admin/").content.decode()
    assert "The last try, on Tue 6 Oct 2026, failed." in page
    assert "it is not JSON" in page
    run("--from", saved(a_feed(), tmp_path))
    assert table.table_warnings(today=SENT_ON) == []


def test_a_table_that_ends_within_a_year_is_a_warning_on_the_page_and_of_the_check() -> None:
    assert table.horizon_warnings(today=date(2028, 1, 1)) == []
    (warning,) = table.horizon_warnings(today=date(2028, 1, 2))
    assert warning.startswith(
        "The bank holiday table ends on Sun 31 Dec 2028: dates after that are not computed."
    )
    assert checks.holiday_table_reaches_ahead(databases=["default"]) == []
    assert checks.holiday_table_reaches_ahead(databases=None) == []
    with time_machine.travel(noon(date(2028, 6, 1))):
        (found,) = checks.holiday_table_reaches_ahead(databases=["default"])
    assert (found.msg, found.id) == (warning, "requests_app.W001")


def test_an_empty_table_is_said_to_be_empty() -> None:
    for holiday in BankHoliday.objects.all():
        holiday.delete()
    assert table.horizon_warnings(today=SENT_ON) == [
        "The bank holiday table is empty: no date can be computed."
    ]


def test_refreshes_and_recomputations_can_be_seen_and_not_changed(admin: Client, tmp_path: Path) -> None:
    make.a_request()
    run("--from", saved(with_day(a_feed(), "scotland", PROCLAIMED), tmp_path))
    for name in ("holidayrefresh", "recomputation"):
        assert admin.get(f"/admin/requests_app/{name}/").status_code == 200
        assert admin.get(f"/admin/requests_app/{name}/add/").status_code == 403
    pk = HolidayRefresh.objects.get().pk
    assert admin.get(f"/admin/requests_app/holidayrefresh/{pk}/change/").status_code == 200
    assert admin.post(f"/admin/requests_app/holidayrefresh/{pk}/change/", {"ok": ""}).status_code == 403


def test_other_records_are_saved_without_computing_anything() -> None:
    person = make.a_person()
    person.name = "Robin Vale"
    save_record(record=person, now=noon(SENT_ON))
    assert Recomputation.objects.count() == 0
