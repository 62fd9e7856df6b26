"""What staff should know when they open the admin."""

from __future__ import annotations

from datetime import date

from django import template

from requests_app.queries.holidays import table_warnings

register = template.Library()


@register.simple_tag
def staff_warnings(today: str) -> list[str]:
    """``{% now "Y-m-d" as today %}{% staff_warnings today as warnings %}``: sentences about the holiday table."""
    return table_warnings(today=date.fromisoformat(today))
