"""The strip draws a clock week by week and says the same in words."""

from datetime import date, timedelta
from types import SimpleNamespace

from django.template import Context, Template

from requests_app.templatetags.strips import marks, sentence, weeks

# Received Wed 25 Nov 2026; five days counted for brevity; Mon 30 Nov is St Andrew's Day.
ANDREW = "St Andrew's Day, a bank holiday in Scotland"


def a_strip(*, through: date, extra: int = 0) -> list[SimpleNamespace]:
    received, number, days = date(2026, 11, 25), 0, []
    on = received
    while number < 5 + extra:
        weekend = on.weekday() > 4
        skipped = ANDREW if on == date(2026, 11, 30) else ""
        counts = on != received and not weekend and not skipped
        number += counts
        days.append(
            SimpleNamespace(
                on=on,
                number=number if counts else None,
                why_skipped=skipped,
                is_weekend=weekend,
                done=on <= through,
                is_last=counts and number == 5,
            )
        )
        on += timedelta(days=1)
    return days


def test_the_day_of_receipt_is_drawn_but_not_counted() -> None:
    first, second, *_ = marks(a_strip(through=date(2026, 11, 26)))
    assert (first.kind, first.number) == ("start", None)
    assert (second.kind, second.number) == ("done", 1)


def test_a_week_is_drawn_without_its_weekend() -> None:
    drawn = weeks(marks(a_strip(through=date(2026, 11, 26))))
    assert [week.starts_on for week in drawn] == [date(2026, 11, 23), date(2026, 11, 30)]
    assert [mark.column for mark in drawn[0].days] == [3, 4, 5]
    assert [mark.kind for mark in drawn[1].days] == ["skipped", "todo", "todo", "todo"]


def test_the_sentence_tells_what_the_drawing_shows() -> None:
    said = sentence(marks(a_strip(through=date(2026, 11, 27))))
    assert said == (
        f"2 of 5 working days have been counted. Mon 30 Nov is not counted: {ANDREW}. The last day is Thu 3 Dec 2026."
    )


def test_days_in_a_row_that_share_a_reason_are_told_in_one_sentence() -> None:
    days = a_strip(through=date(2026, 11, 27))
    closed = [day for day in days if day.on in {date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)}]
    for day in closed:
        day.number, day.why_skipped = None, "the school is closed"
    assert "Fri 27 Nov to Tue 1 Dec are not counted: the school is closed." in sentence(marks(days))


def test_days_after_the_last_are_late() -> None:
    drawn = marks(a_strip(through=date(2026, 12, 4), extra=1))
    assert drawn[-1].kind == "late"
    assert sentence(drawn).endswith("The last day is Thu 3 Dec 2026. 1 working day has passed since.")


def test_a_strip_of_mappings_is_drawn_too_and_hides_its_cells_from_screen_readers() -> None:
    days = [vars(day) for day in a_strip(through=date(2026, 11, 26))]
    html = Template("{% strip days %}").render(Context({"days": days}))
    assert "1 of 5 working days have been counted" in html
    assert '<ol class="strip-weeks" aria-hidden="true">' in html
    assert "Mon 30 Nov 2026: not counted" in html


def test_no_days_draw_nothing() -> None:
    assert Template("{% strip days %}").render(Context({"days": []})).strip() == ""
    assert sentence([]) == "No days are counted yet."
