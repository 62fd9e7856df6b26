"""Point 8: staff look after authorities, requests, exemptions and people in the Django admin."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from requests_app.core.dates import in_words
from tests.browser.conftest import STAFF
from tests.browser.steps import heading, log_request, new_title, today, working_days_ago
from tests.browser.watching import Troubles, look_over
from tests.stack import Stack

pytestmark = pytest.mark.browser

PASSWORD = "quarry-lantern-94-otter"


def find(page: Page, record: str, words: str) -> None:
    """Search a list of the admin."""
    page.goto(f"/admin/requests_app/{record}/")
    page.get_by_role("textbox", name="Search").or_(page.locator("#searchbar")).first.fill(words)
    page.get_by_role("button", name="Search").click()


def test_staff_change_an_authoritys_address_and_its_history_says_so(staff: Page, troubles: Troubles) -> None:
    find(staff, "authority", "Cumbria")
    staff.get_by_role("link", name="Cumbria Constabulary").click()
    address = staff.locator("textarea[name$='-0-address']")
    was, now = address.input_value(), new_title("foi").replace(" ", ".") + "@cumbria.example.org"
    address.fill(now)
    staff.locator("input[name$='-0-checked_on']").fill("22/11/2026")
    staff.get_by_role("button", name="Save and continue editing").click()
    expect(staff.locator(".messagelist")).to_contain_text("was changed successfully")
    expect(address).to_have_value(now)
    assert was != now
    troubles.expect(
        "inline style .*/history/"
    )  # simple_history draws a border so; our policy does without it
    staff.get_by_role("link", name="History").click()
    expect(staff.locator("#change-history")).to_contain_text("Sam Achterberg")


def test_staff_see_a_request_with_its_questions_events_and_dates(staff: Page, campaigner: Page) -> None:
    title = new_title("Seen by staff")
    log_request(campaigner, title, sent_on=working_days_ago(4))
    find(staff, "foirequest", title)
    staff.get_by_role("link", name=title).click()
    main = staff.get_by_role("main")
    for said in (
        title,
        "Metropolitan Police Service",
        "Which groups were consulted",
        "Request sent by e-mail",
    ):
        expect(main).to_contain_text(said)
    expect(staff.get_by_role("button", name="Save", exact=True)).to_have_count(0)


def test_staff_see_an_exemption(staff: Page) -> None:
    find(staff, "exemption", "40(2)")
    staff.locator("#result_list tbody tr").first.get_by_role("link").first.click()
    expect(staff.locator("[name=section]")).to_have_value("40(2)")


def test_staff_see_held_mail_and_mornings(staff: Page) -> None:
    for record in ("outgoingemail", "sweep", "bankholiday", "campaign", "source"):
        staff.goto(f"/admin/requests_app/{record}/")
        staff.locator("#result_list tbody tr").first.get_by_role("link").first.click()
        expect(staff.get_by_role("heading", level=2).first).to_be_visible()


def test_a_person_whom_staff_add_can_sign_in(staff: Page, visitor: Page) -> None:
    email = f"{new_title('new').replace(' ', '.')}@example.org"
    staff.goto("/admin/requests_app/user/")
    staff.get_by_role("link", name="Add person").click()
    staff.locator("[name=email]").fill(email)
    staff.locator("[name=name]").fill("Noor Ashworth")
    staff.locator("[name=password1]").fill(PASSWORD)
    staff.locator("[name=password2]").fill(PASSWORD)
    staff.get_by_role("button", name="Save", exact=True).click()
    expect(staff.locator(".messagelist")).to_contain_text("was added successfully")

    visitor.goto("/accounts/login/")
    visitor.locator("[name=login]").fill(email)
    visitor.locator("[name=password]").fill(PASSWORD)
    visitor.get_by_role("button", name="Sign in").click()
    expect(visitor.get_by_text("Noor Ashworth").first).to_be_visible()
    expect(visitor.get_by_text("No request yet.")).to_be_visible()
    look_over(visitor, in_words(today()).split()[1], dark=True)
    log_request(visitor, "My first request", sent_on=working_days_ago(2))
    visitor.goto("/outbox/")
    expect(visitor.get_by_text("No e-mail yet.")).to_be_visible()


def test_the_admin_is_closed_to_people_who_are_not_staff(campaigner: Page, troubles: Troubles) -> None:
    troubles.expect("403")
    campaigner.goto("/admin/")
    expect(heading(campaigner, "This is not yours to do")).to_be_visible()


def test_staff_who_are_not_signed_in_come_to_the_admin_by_the_one_door(visitor: Page, stack: Stack) -> None:
    visitor.goto("/admin/requests_app/exemption/")
    visitor.locator("[name=login]").fill(STAFF)
    visitor.locator("[name=password]").fill(stack.logins[STAFF])
    visitor.get_by_role("button", name="Sign in").click()
    expect(heading(visitor, "Select exemption to change")).to_be_visible()


def test_staff_without_the_campaign_do_not_see_a_private_request_on_the_site(
    staff: Page, campaigner: Page, troubles: Troubles
) -> None:
    path = log_request(campaigner, new_title("Private"), sent_on=working_days_ago(4))
    troubles.expect("404")
    staff.goto(path)
    expect(heading(staff, "There is nothing here")).to_be_visible()


def test_staff_reach_the_admin_from_their_menu(page_of: Callable[..., Page]) -> None:
    page = page_of(STAFF, java_script_enabled=False)
    page.goto("/")
    page.locator("details.menu summary").click()
    page.get_by_role("link", name="Look after the site").click()
    expect(page.get_by_role("link", name="Authorities")).to_be_visible()
