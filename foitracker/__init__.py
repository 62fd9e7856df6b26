"""The site: settings, URLs, Celery and the WSGI entry."""

from foitracker.celery import app as celery_app

__all__ = ["celery_app"]
