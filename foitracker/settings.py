"""Django settings, all derived from ``env.read()``: one program for a laptop, a test and a server."""

from __future__ import annotations

import logging

from celery.schedules import crontab
from csp.constants import NONE, SELF

from foitracker import env as environment
from foitracker import logs

ENV = environment.read()
BASE_DIR = environment.BASE_DIR
DATA_DIR = ENV.data_dir

DEBUG = ENV.debug
DEMO = ENV.demo
SECRET_KEY = ENV.secret_key
ALLOWED_HOSTS = ENV.allowed_hosts
SITE_URL = ENV.site_url
PORT = ENV.port
ROOT_URLCONF = "foitracker.urls"
WSGI_APPLICATION = "foitracker.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "requests_app.apps.RequestsAppConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "django_celery_beat",
    "django_htmx",
    "django_structlog",
    "rules",
    "simple_history",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["requests_app.templatetags.foi"],
        },
    }
]

DATABASES = {"default": ENV.database}

AUTH_USER_MODEL = "requests_app.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_FORMS = {"login": "requests_app.forms.people.SignInForm"}
ACCOUNT_ADAPTER = "requests_app.views.account_adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# Staff vouch for the addresses they enter. Somebody made by createsuperuser signs in at /admin/.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True
DATE_FORMAT = "D j M Y"
FORMAT_MODULE_PATH = None

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# A pasted reply may be far too long to take; it must still reach the form, which says so and gives it back.
DATA_UPLOAD_MAX_MEMORY_SIZE = 40 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "requests_app.gateways.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = ENV.https
SECURE_HSTS_SECONDS = 31_536_000 if ENV.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = ENV.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.https else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "interest-cohort")
}

CRISPY_ALLOWED_TEMPLATE_PACKS = ["foi"]
CRISPY_TEMPLATE_PACK = "foi"

# Mail: without EMAIL_URL nothing leaves this machine; outgoing rows are held and shown (promise 9).
MAIL_CONFIGURED = ENV.email is not None
if ENV.email is not None:
    vars().update(ENV.email)
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.default_from_email
# Where replies go: foi@example.org makes foi+token@example.org for each request (REPLY_BY_TOKEN off: the mailbox
# itself for all). Empty: replies go to the person who sends the letter.
REPLY_ADDRESS = ENV.reply_address
REPLY_BY_TOKEN = ENV.reply_by_token

# Mail that comes. The server whose word on SPF, DKIM and DMARC counts; ClamAV's daemon; a mailbox to fetch from, and where
# what was fetched is moved (empty: it stays, marked as read); providers that hand mail over by webhook.
TRUSTED_MAIL_SERVER = ENV.trusted_mail_server
CLAMD = ENV.clamd
INBOX_URL = ENV.inbox_url
INBOX_MOVED_TO = ENV.inbox_moved_to
INBOUND = ENV.inbound_providers

# GOV.UK's list of bank holidays; empty: nobody is asked, and the table changes by hand or from a file.
BANK_HOLIDAYS_URL = ENV.bank_holidays_url

CELERY_BROKER_URL = ENV.redis_url
EMBEDDED_BROKER = ENV.embedded_broker
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 900,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "unacked_restore_limit": 500,
    # Where the broker is away a page or a mail server must not wait for it (6 s by default): rows say what is due.
    "max_retries": 1,
    "interval_start": 0.1,
    "interval_step": 0.1,
}
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_REDIRECT_STDOUTS = False
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_SCHEDULE = {
    "what is due and not done": {
        "task": "requests_app.tasks.catch_up",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "mail of the mailbox": {
        "task": "requests_app.tasks.fetch_mail",
        "schedule": 60.0,
        "options": {"expires": 55},
    },
    "the morning sweep": {
        "task": "requests_app.tasks.sweep",
        "schedule": crontab(hour=6, minute=5),
        "options": {"expires": 3600},
    },
    "the bank holidays, weekly": {
        "task": "requests_app.tasks.refresh_holidays",
        "schedule": crontab(day_of_week="monday", hour=4, minute=35),
        "options": {"expires": 3600},
    },
}

LOG_LEVEL = ENV.log_level
LOGGING = logs.configure(LOG_LEVEL)
DJANGO_STRUCTLOG_CELERY_ENABLED = True
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = logging.INFO
