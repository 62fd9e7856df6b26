"""The Celery application. State lives in our rows, never in the broker (STACK.md)."""

import os

from celery import Celery
from django_structlog.celery.steps import DjangoStructLogInitStep

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "foitracker.settings")

app = Celery("foitracker")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["requests_app"])
app.steps["worker"].add(DjangoStructLogInitStep)
