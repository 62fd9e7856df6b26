"""The site's settings for a program that a test kills: what is lost is looked for within seconds, not minutes.

``REDELIVER_AFTER`` and ``CATCH_UP_EVERY`` are seconds; either is left as the site has it where it is not given.
"""

import os

from foitracker.settings import *  # noqa: F403
from foitracker.settings import CELERY_BEAT_SCHEDULE, CELERY_BROKER_TRANSPORT_OPTIONS

if _redeliver := os.environ.get("REDELIVER_AFTER"):
    CELERY_BROKER_TRANSPORT_OPTIONS = CELERY_BROKER_TRANSPORT_OPTIONS | {
        "visibility_timeout": int(_redeliver),
        "unacked_restore_interval": 1,
    }
if _catch_up := os.environ.get("CATCH_UP_EVERY"):
    CELERY_BEAT_SCHEDULE = CELERY_BEAT_SCHEDULE | {
        "what is due and not done": {
            "task": "requests_app.tasks.catch_up",
            "schedule": float(_catch_up),
            "options": {"expires": 55},
        }
    }
