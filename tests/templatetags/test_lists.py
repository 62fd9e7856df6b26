"""Tables, pages of lists, the menu and the notice about held mail."""

from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory, override_settings
from django.urls import ResolverMatch

TABLE = {
    "title": "S&Y constables",
    "columns": ["BCU", "SSO", "Total"],
    "rows": [["AS", 27, 33], ["AW", 23, 54]],
    "total_row": ["MPS total", 50, 87],
}


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_a_table_has_caption_headings_and_totals_and_can_be_scrolled_by_keyboard() -> None:
    html = render("{% data_table table %}", table=TABLE)
    assert "<caption><span>S&amp;Y constables</span></caption>" in html
    assert '<th scope="row">AS</th>' in html
    assert "<tfoot>" in html
    assert 'tabindex="0"' in html
    assert "Totals" not in html


def test_a_table_says_that_its_totals_agree() -> None:
    assert "Totals agree" in render(
        "{% data_table table %}", table=TABLE | {"checks": [{"text": "row", "agrees": True}]}
    )


def test_a_table_says_which_total_does_not_agree() -> None:
    checks = [SimpleNamespace(text="Total of SSO: printed 51, the rows give 50.", agrees=False)]
    html = render("{% data_table table %}", table=TABLE | {"checks": checks})
    assert "Totals do not agree" in html
    assert "printed 51" in html


def test_a_table_without_rows_says_so() -> None:
    assert "no rows" in render("{% data_table table %}", table={"title": "Empty"})


def test_pages_of_a_list_keep_the_other_filters() -> None:
    page = Paginator(range(400), 20).page(7)
    html = render("{% pagination page query %}", page=page, query=QueryDict("q=a%26b&page=7&state=sent"))
    assert 'href="?q=a%26b&amp;state=sent&amp;page=8"' in html
    assert 'aria-current="page"' in html
    assert "Previous" in html


def test_a_list_of_one_page_has_no_pages() -> None:
    assert render("{% pagination page %}", page=Paginator([1], 20).page(1)).strip() == ""


@pytest.mark.parametrize(
    ("here", "current"),
    [("request_list", 'aria-current="page"'), ("request_detail", 'aria-current="true"'), ("today", "")],
)
def test_the_menu_marks_where_one_is(here: str, current: str) -> None:
    request = RequestFactory().get("/")
    request.resolver_match = ResolverMatch(lambda: None, (), {}, url_name=here)
    html = render('{% nav_link "request_list" "Requests" "request_" %}', request=request)
    assert current in html
    assert ("aria-current" in html) == bool(current)


def test_a_page_says_that_nothing_is_sent_until_a_mail_server_is_set() -> None:
    with override_settings(MAIL_CONFIGURED=False):
        assert "Nothing is sent from this installation" in render("{% mail_held %}")
    with override_settings(MAIL_CONFIGURED=True):
        assert render("{% mail_held %}").strip() == ""


def test_cells_that_something_contradicts_are_lit_and_said() -> None:
    table = {
        "title": "A",
        "columns": ["Year", "No."],
        "rows": [["2020", "7"], ["2021", "8"]],
        "total_row": ["Total", "16"],
    }
    html = render("{% data_table table lit=lit %}", table=table, lit={(0, 1), (None, None)})
    assert html.count("(contradicted)") == 2
    assert html.count('class="lit"') == 3
