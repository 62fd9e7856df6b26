"""The composer's page without a script: every button sends the whole page, and what was typed stays whatever happens."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from requests_app.core.states import Channel
from requests_app.models import CompositionVersion, DismissedAdvice, FoiRequest
from requests_app.models.campaign import Role, Visibility
from requests_app.queries.compositions import current_of
from requests_app.usecases.foi_requests import mark_sent
from tests import factories as make
from tests.factories import SENT_ON, noon

pytestmark = pytest.mark.django_db

WRITE = "/requests/new/write/"
SEVERAL = (
    "How many complaints were received and how many officers were dismissed and why was the scheme started?"
)
Fields = dict[str, Any]


class Page:
    """One tab: what it shows, and what it sends with the next button."""

    def __init__(self, client: Client, url: str = WRITE) -> None:
        self.client, self.url = client, url
        self.take(client.get(url))

    def take(self, answer: HttpResponse) -> None:
        self.answer = answer
        self.text = answer.content.decode()
        self.fields = fields_of(self.text)

    def press(self, button: str, *, script: bool = False, **typed: Any) -> Page:
        headers = {"HX-Request": "true"} if script else {}
        data = (
            self.fields | {name.replace("__", "-"): value for name, value in typed.items()} | {"do": button}
        )
        answer = self.client.post(self.url, data, headers=headers)
        self.answer, self.text = answer, answer.content.decode()
        if answer.status_code == 200 and "HX-Request" not in headers:
            self.fields = fields_of(self.text)
        for name in ("number", "seen", "reference"):
            place = re.search(rf'name="{name}" value="([^"]*)"', self.text)
            if place is not None:
                self.fields[name] = place[1]
        return self


class Controls(HTMLParser):
    """What the controls of a page would send, those of its other forms apart."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self.open = ""
        self.options: list[tuple[str, bool]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.inside = self.inside or given.get("id") == "composer"
        name = given.get("name", "")
        if tag == "option":
            self.options.append((given.get("value", ""), "selected" in given))
        if not self.inside or not name or name in ("do", "csrfmiddlewaretoken"):
            return
        if tag == "input" and (given.get("type") not in ("checkbox", "radio") or "checked" in given):
            unsaid = "on" if given.get("type") == "checkbox" else ""
            self.found.setdefault(name, []).append(given.get("value", unsaid))
        elif tag in ("textarea", "select"):
            self.open, self.options = name, []
            self.found.setdefault(name, []).append("")

    def handle_data(self, data: str) -> None:
        if self.open and not self.options:
            self.found[self.open][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self.open:
            chosen = [value for value, is_chosen in self.options if is_chosen] or [self.options[0][0]]
            self.found[self.open][-1] = chosen[0]
        if tag == "textarea" and self.open:
            self.found[self.open][-1] = self.found[self.open][-1].removeprefix("\n")
        if tag in ("select", "textarea"):
            self.open, self.options = "", []


def fields_of(page: str) -> Fields:
    """What the page's form would send with any of its buttons."""
    reader = Controls()
    reader.feed(page)
    return {name: values if len(values) > 1 else values[0] for name, values in reader.found.items()}


@pytest.fixture
def campaign() -> Any:
    make.an_authority("Ambleford Constabulary")
    return make.a_campaign()


def client_of(campaign: Any, role: str = "") -> Client:
    client = Client()
    client.force_login(make.a_member(campaign, Role(role)) if role else make.owner_of(campaign))
    return client


def begun(campaign: Any, **typed: Any) -> tuple[Page, FoiRequest]:
    """A page with one question, saved by a look at the preview."""
    page = Page(client_of(campaign))
    fields = {"authority": "Ambleford Constabulary", "title": "Dogs", "question__q1": "How many dogs?"}
    page.press("preview", **fields | typed)
    return page, FoiRequest.objects.latest("number")


def test_a_request_is_written_in_questions_and_saved(campaign: Any) -> None:
    page, foi_request = begun(campaign)
    assert page.fields["reference"] == foi_request.reference
    assert "Saved at" in page.text
    page.press("add-part:q1").press("add", **{"part-q1": "by breed"})
    assert page.fields["q"] == ["q1", "q2"]
    assert page.fields["part-q1"] == "by breed"
    assert 'id="id_question-q2" autofocus' in page.text
    page.press("save", question__q2="What do they cost?")
    assert page.answer.status_code == 302
    assert page.answer["Location"] == foi_request.get_absolute_url()
    now = make.fresh(foi_request)
    assert "1. How many dogs?\n   (a) by breed\n2. What do they cost?" in now.letter
    assert [one.text for one in now.questions.filter(parent=None)] == ["How many dogs?", "What do they cost?"]


def test_questions_are_merged_and_split_on_the_page(campaign: Any) -> None:
    page, _ = begun(campaign)
    page.press("add").press("merge:q1", question__q2="How many cats?")
    assert page.fields["part-q1"] == ["How many dogs?", "How many cats?"]
    page.press("split:q1")
    assert page.fields["question-q2"] == "How many cats?"


def test_nothing_is_kept_before_there_is_an_authority_and_a_title(campaign: Any) -> None:
    page = Page(client_of(campaign)).press("preview", question__q1="How many dogs?")
    assert "Not saved yet: choose the authority and give it a title." in page.text
    assert page.fields["question-q1"] == "How many dogs?"
    assert "1. " in page.text
    assert not FoiRequest.objects.exists()
    page.press("save")
    assert "Say which authority it is for." in page.text
    assert page.fields["question-q1"] == "How many dogs?"


def test_an_authority_that_is_typed_anew_is_waited_for(campaign: Any) -> None:
    page, foi_request = begun(campaign)
    page.press("live", script=True, authority="Amblef", question__q1="How many cats?")
    assert page.answer.status_code == 200
    page.press("live", script=True, authority="Nobody", question__q1="How many cats?")
    assert "Not saved since. No authority in the list is called “Nobody”." in page.text
    assert "1. " in page.text
    assert "How many cats?" in page.text
    assert make.fresh(foi_request).authority.official_name == "Ambleford Constabulary"


def test_the_letter_stored_is_the_letter_of_the_preview(campaign: Any) -> None:
    page, foi_request = begun(campaign, period="2024", breakdowns="breed")
    shown = re.search(r'id="preview-text">(.*?)</div>', page.text, re.DOTALL)
    assert shown is not None
    bare = re.sub(r'<a class="found-tag".*?</a>', "", shown[1], flags=re.DOTALL)
    assert html.unescape(re.sub(r"<[^>]+>", "", bare)) == make.fresh(foi_request).letter


def test_a_form_sent_twice_begins_one_request(campaign: Any) -> None:
    page = Page(client_of(campaign))
    typed = {"authority": "Ambleford Constabulary", "title": "Dogs", "question-q1": "How many dogs?"}
    first = page.fields | typed | {"do": "preview"}
    page.client.post(WRITE, first)
    page.client.post(WRITE, first | {"question-q1": "How many cats?"})
    (foi_request,) = FoiRequest.objects.all()
    assert "How many cats?" in foi_request.letter


def test_a_pasted_letter_a_set_and_a_plain_letter_lose_nothing_on_the_way(campaign: Any) -> None:
    page, foi_request = begun(campaign)
    page.press("paste", paste="Dear Sirs\n\n1. How many cats?\n2. How many mice?\n(a) grey\n(b) white")
    assert page.fields["q"] == ["q1", "q2", "q3"]
    assert page.fields["part-q3"] == ["grey", "white"]
    page.press("set", set="safer-schools-officers")
    assert len(page.fields["q"]) == 7
    page.press("to-letter", place="Ambleford")
    assert page.fields["way"] == "letter"
    assert "3. How many mice?" in page.fields["letter"]
    page.press("live", script=True)
    page.press("to-questions")
    assert page.fields["place"] == "Ambleford"
    assert len(page.fields["q"]) >= 7
    assert make.fresh(foi_request).title == "Dogs"


def test_a_set_of_questions_is_ready_to_be_sent_to_a_force(campaign: Any) -> None:
    page = Page(client_of(campaign), f"{WRITE}?set=safer-schools-officers&authority=Ambleford+Constabulary")
    page.press("preview", period="1 January 2023 to 31 December 2025")
    foi_request = FoiRequest.objects.get()
    assert foi_request.title == "Safer Schools Officers"
    assert "{{" not in foi_request.letter
    assert foi_request.questions.filter(parent=None).count() == 4
    assert "Nothing to say" in page.text


def test_texts_of_ones_own_go_into_a_request(campaign: Any) -> None:
    page, foi_request = begun(campaign)
    clause = make.a_template(campaign, kind="clause", title="Small", body="For {{ period }} write '<5'.")
    whole = make.a_template(
        campaign, kind="request", title="Pets", body="1. How many cats?\n2. How many mice?"
    )
    page.press("text", text=str(clause.pk), period="2024")
    page.press("text", text=str(whole.pk))
    assert page.fields["question-q3"] == "How many mice?"
    letter = make.fresh(foi_request).letter
    assert "For 2024 write '<5'." in letter
    assert "3. How many mice?" in letter
    page.press("to-letter").press("text", text=str(clause.pk))
    assert page.fields["letter"].endswith("For {{ period }} write '<5'.")
    stranger = make.a_template(make.a_campaign(), kind="clause", title="Other", body="Not yours.")
    for text in ("", "x", str(stranger.pk), "9" * 30):
        assert "Choose one of your texts first." in page.press("text", text=text).text
    assert "Not yours." not in page.text


def advice_buttons(page: Page, name: str) -> list[str]:
    return [html.unescape(each) for each in re.findall(rf'value="({name}:[^"]*)"', page.text)]


def test_advice_is_taken_dismissed_and_recalled(campaign: Any) -> None:
    page, foi_request = begun(campaign, question__q1=SEVERAL)
    assert "This question asks 3 things at once." in page.text
    (split,) = [each for each in advice_buttons(page, "fix") if "several" in each]
    page.press(split)
    assert page.fields["part-q1"][1] == "How many officers were dismissed?"
    assert "asks 3 things" not in page.text
    (why,) = [each for each in advice_buttons(page, "dismiss") if "why" in each]
    page.press(why, **{f"reason-{why.removeprefix('dismiss:')}": "They published their reasons <b>once</b>"})
    row = DismissedAdvice.objects.get()
    assert row.key.startswith("why_question:")
    assert row.reason == "They published their reasons <b>once</b>"
    assert "They published their reasons &lt;b&gt;once&lt;/b&gt;" in page.text
    assert "Dismissed (1)" in page.text
    page.press(advice_buttons(page, "recall")[0])
    assert not DismissedAdvice.objects.exists()
    page.press(split)
    assert "that advice no longer stands" in page.text
    assert make.fresh(foi_request).state == "draft"


def test_a_plain_letter_is_advised_to_be_signed_and_no_address_is_printed_into_it(campaign: Any) -> None:
    page, foi_request = begun(campaign, print_address="on")
    assert "12 Mill Lane" in make.fresh(foi_request).letter
    page.press("to-letter").press(
        "preview", letter="Dear Sirs,\n\n1. How many dogs are there?\n\nYours faithfully"
    )
    assert "No name stands under this." in page.text
    assert "12 Mill Lane" not in make.fresh(foi_request).letter
    page.press("to-questions")
    assert "print_address" in page.fields


def test_the_period_is_set_for_all_questions_at_once(campaign: Any) -> None:
    page, _ = begun(campaign, question__q1="How many complaints were received?")
    assert "No period is given." in page.text
    page.press("period")
    assert page.fields["period"].startswith("1 January ")
    assert "No period is given." not in page.text


def test_the_estimator_says_what_would_bring_it_under_and_takes_totals_first(campaign: Any) -> None:
    page, _ = begun(campaign)
    work = {"work-records": "2,000", "work-minutes_locating": "3", "work-years": "4"}
    page.press("estimate", **work)
    assert "Over the limit: 100.00 hours" in page.text
    assert "£450" in page.text
    assert "Ask for a sample" in page.text
    page.press("totals", totals_of="q1")
    assert page.fields["q"] == ["q2", "q1"]
    assert page.fields["question-q2"].startswith("In total and for each year")
    assert "totals_first" in page.fields
    page.press("estimate", **{"work-records": "many"})
    assert "“many” is no number." in page.text
    assert page.fields["work-records"] == "many"


def test_the_later_of_two_tabs_is_told_what_changed_and_merges(campaign: Any) -> None:
    first, foi_request = begun(campaign)
    url = reverse("request_compose", args=[foi_request.reference])
    second = Page(first.client, url)
    first.press("preview", period="2024", question__q1="How many dogs, in all?")
    second.press("live", script=True, place="Ambleford")
    assert "Not saved." in second.text
    assert "See what changed" in second.text
    second.press("look", place="Ambleford")
    assert "This request was saved elsewhere meanwhile" in second.text
    assert "The period" in second.text
    assert "<ins>dogs, in all?</ins>" in second.text
    assert second.fields["place"] == "Ambleford"
    assert make.fresh(foi_request).letter.count("Ambleford") == 2, "nothing of the later tab is written yet"
    second.press("together")
    written = current_of(make.fresh(foi_request)).written
    assert (written.period, written.place) == ("2024", "Ambleford")
    assert written.questions[0].text == "How many dogs, in all?"
    assert "Saved at" in second.text


def test_a_third_version_that_came_meanwhile_is_told_again(campaign: Any) -> None:
    first, foi_request = begun(campaign)
    second = Page(first.client, reverse("request_compose", args=[foi_request.reference]))
    first.press("preview", period="2024")
    second.press("look", place="Ambleford")
    first.press("preview", period="2023")
    second.press("together")
    assert "This request was saved elsewhere meanwhile" in second.text
    assert current_of(make.fresh(foi_request)).written.place == ""


def test_an_old_tab_cannot_unsend_a_request(campaign: Any) -> None:
    page, foi_request = begun(campaign)
    by = make.owner_of(campaign)
    mark_sent(foi_request=foi_request, sent_on=SENT_ON, channel=Channel.EMAIL, by=by, now=noon(SENT_ON))
    letter = make.fresh(foi_request).letter
    for button, script in (("live", True), ("preview", False), ("save", False)):
        page.press(button, script=script, question__q1="Something else entirely?")
        assert "was sent, so its letter stays as it went." in page.text
        assert page.answer.status_code == 200
    assert page.fields["question-q1"] == "Something else entirely?"
    assert make.fresh(foi_request).letter == letter
    opened = page.client.get(reverse("request_compose", args=[foi_request.reference]))
    assert opened.status_code == 302


def test_a_letter_that_changed_a_second_ago_is_looked_at_again_before_it_is_marked(campaign: Any) -> None:
    page, foi_request = begun(campaign)
    url = reverse("request_sent", args=[foi_request.reference])
    seen = make.fresh(foi_request).version
    page.press("preview", question__q1="How many cats?")
    sending = {"sent_on": "2026-11-20", "channel": "email"}
    answer = page.client.post(url, sending | {"version": str(seen)})
    assert "The request was changed since you opened this page." in answer.content.decode()
    assert "How many cats?" in answer.content.decode()
    now = re.search(r'name="version" value="(\d+)"', answer.content.decode())
    assert now is not None
    assert page.client.post(url, sending | {"version": now[1]}).status_code == 302
    assert "How many cats?" in make.fresh(foi_request).messages.get().body


def test_an_earlier_version_is_taken_back(campaign: Any) -> None:
    page, foi_request = begun(campaign)
    page.press("remove:q1").press("preview", title="Cats")
    assert "How many dogs?" not in make.fresh(foi_request).letter
    page.press("restore:1")
    assert page.fields["question-q1"] == "How many dogs?"
    now = make.fresh(foi_request)
    assert "How many dogs?" in now.letter
    assert now.title == "Dogs"
    assert "That version is no longer kept." in page.press("restore:77").text


def test_a_request_of_others_is_a_beginning_without_their_private_words(campaign: Any) -> None:
    public = make.a_request(visibility=Visibility.PUBLIC)
    private = make.a_request()
    client = client_of(campaign)
    page = Page(client, f"{WRITE}?from={public.reference}")
    assert public.questions.filter(parent=None)[0].text in page.text
    assert page.fields["authority"] == ""
    assert "Mill Lane" not in str(page.fields["letter"])
    assert client.get(f"{WRITE}?from={private.reference}").status_code == 404


def test_a_narrower_request_begins_with_the_letter_of_the_one_before(campaign: Any) -> None:
    before = make.a_request(campaign)
    page = Page(client_of(campaign), f"{WRITE}?follows={before.reference}&as=narrowed")
    assert page.fields["letter"] == before.letter
    assert page.fields["authority"] == before.authority.official_name
    page.press("save")
    after = FoiRequest.objects.latest("number")
    assert (after.follows, after.follows_as) == (before, "narrowed")


HOSTILE: list[Fields] = [
    {"question-q1": "<script>alert(1)</script>\x00\u202e"},
    {"q": ["q1", "q1", "<x>", ""] * 80},
    {"q": "q1", "part-q1": ["a"] * 300},
    {"number": "-1", "seen": "9" * 40, "tab": "nobody", "against": "x"},
    {"way": "letter", "kept": "[" * 5000, "letter": "{{ authority }}"},
    {"way": "letter", "kept": '{"questions": [{"id": 7, "parts": 3}], "work": [1]}', "letter": "x"},
    {"set": "../../etc/passwd", "do": "set"},
    {"authority": "Amble\x00ford"},
    {"do": "fix:no_period:zzz:9"},
    {"do": "dismiss:x:y"},
    {"do": "restore:٣"},
    {"do": "together", "take-q1": "theirs"},
    {"do": "up:" * 500},
    {"reference": "FT-99999"},
    {"channel": "pigeon"},
    {"work-records": "9" * 500, "work-minutes_locating": "NaN", "work-years": "1e9"},
    {"paste": "word " * 200_000, "do": "paste"},
    {"term": ["a"] * 500, "meaning": ["b"]},
    {"title": "x" * 5000},
    {"question-q1": "x" * 1_000_000},
]


@pytest.mark.parametrize("script", [False, True])
@pytest.mark.parametrize("fields", HOSTILE, ids=lambda fields: "-".join(fields))
def test_whatever_is_sent_is_answered_with_a_page(campaign: Any, fields: Fields, script: bool) -> None:
    page, foi_request = begun(campaign)
    data = page.fields | {"do": "live" if script else "preview"} | fields
    headers = {"HX-Request": "true"} if script else {}
    answer = page.client.post(WRITE, data, headers=headers)
    assert answer.status_code == (404 if fields.get("reference") == "FT-99999" else 200)
    assert b"<script>alert" not in answer.content
    assert FoiRequest.objects.count() == 1
    assert make.fresh(foi_request).state == "draft"


def test_somebody_elses_reference_does_not_open_their_request(campaign: Any) -> None:
    page, _ = begun(campaign)
    private = make.a_composition()
    data = page.fields | {"reference": private.reference, "do": "preview"}
    assert page.client.post(WRITE, data).status_code == 404
    viewer = client_of(private.campaign, Role.VIEWER)
    assert viewer.post(WRITE, data).status_code == 403


def queries_of(page: Page, button: str, **typed: Any) -> int:
    with CaptureQueriesContext(connection) as captured:
        page.press(button, script=True, **typed)
    assert page.answer.status_code == 200
    return len(captured)


@pytest.mark.parametrize("questions", [1, 20])
def test_saving_and_looking_while_somebody_types_ask_little_of_the_database(
    campaign: Any, questions: int
) -> None:
    page, foi_request = begun(campaign)
    names = [f"q{number}" for number in range(1, questions + 1)]
    typed = {"q": names} | {f"question-{name}": f"How many {name} were there in 2024?" for name in names}
    page.press("preview", **typed)
    page.press("live", script=True, question__q1="Warm?")
    text = "How many officers were dismissed, in all?"
    found = [queries_of(page, button, question__q1=text) for button in ("live", "live", "near")]
    assert found == [LIVE, LIVE_UNCHANGED, NEAR]
    assert CompositionVersion.objects.filter(foi_request=foi_request).count() == 4


LIVE, LIVE_UNCHANGED, NEAR = 24, 10, 8
