"""The Django admin, for staff: read-mostly, and every save goes through a use case."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

from requests_app.admin import authorities, foi_requests, law, letters, mail, people, readings

__all__ = ["authorities", "foi_requests", "law", "letters", "mail", "people", "readings"]

# Staff come in by the one door everybody uses: the admin's own knows no limit on guessing passwords.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
