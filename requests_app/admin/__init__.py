"""The Django admin, for staff: read-mostly, and every save goes through a use case."""

from requests_app.admin import authorities, foi_requests, law, mail, people

__all__ = ["authorities", "foi_requests", "law", "mail", "people"]
