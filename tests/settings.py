"""The site's settings as tests see them: a data folder of their own, nothing sent, no slow hashing."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tests.stack import NOT_INHERITED

_SCRATCH = tempfile.mkdtemp(prefix="foitracker-tests-")
atexit.register(shutil.rmtree, _SCRATCH, ignore_errors=True)
for _name in {*NOT_INHERITED} - {"DATABASE_URL"}:
    os.environ.pop(_name, None)
os.environ["DATA_DIR"] = _SCRATCH
os.environ["SECRET_KEY"] = "known to everybody, and so for tests alone: never on a server"
# Playwright's loop runs in the thread of the tests, which Django would take for an async caller.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

from foitracker.settings import *  # noqa: E402, F403
from foitracker.settings import STATIC_ROOT, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CELERY_BROKER_URL = "memory://"
Path(STATIC_ROOT).mkdir()
