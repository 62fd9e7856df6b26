"""The one Django app."""

from django.apps import AppConfig


class RequestsAppConfig(AppConfig):
    """Everything about FOI requests."""

    name = "requests_app"
    verbose_name = "FOI requests"

    def ready(self) -> None:
        """Register the system checks."""
        from requests_app import checks  # noqa: F401
