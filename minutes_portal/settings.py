"""The settings: every knob comes from the environment, and an empty environment runs.

Bare, the portal keeps everything under ``var/`` (SQLite, the Whoosh index, the original files, the secret key) and
answers on the loopback only. ``docs/settings.md`` explains each variable; a test holds the two together.
"""

from datetime import timedelta
from pathlib import Path

import environ
from csp.constants import NONE, SELF

from minutes_portal.secret_key import read_or_make_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

VAR_DIR = env.path("VAR_DIR", default=BASE_DIR / "var")
VAR_DIR = Path(str(VAR_DIR))
VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)  # drafts and exempt words lie here

# --- Safety -----------------------------------------------------------------------------------------------------------
SECRET_KEY = env.str("SECRET_KEY", default="") or read_or_make_secret_key(VAR_DIR / "secret_key")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Behind HTTPS (HTTPS=true) cookies are marked secure, plain requests are redirected and browsers told to remember.
HTTPS = env.bool("HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", default=True) and HTTPS
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=True) and HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
TRUST_PROXY = env.bool("TRUST_PROXY", default=False)
if TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_FAILURE_VIEW = "meetings.views.site.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- The application --------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "meetings",  # before Haystack: its `rebuild_index` takes the place of Haystack's
    "haystack",
    "axes",
    "simple_history",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
ROOT_URLCONF = "minutes_portal.urls"
WSGI_APPLICATION = "minutes_portal.wsgi.application"
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
                "meetings.views.site.site_name",
            ],
        },
    }
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# Guessing passwords is slowed: after so many wrong ones for a name from one address, both wait together.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = env.int("SIGN_IN_ATTEMPTS", default=8)
AXES_COOLOFF_TIME = timedelta(minutes=env.int("SIGN_IN_PAUSE_MINUTES", default=15))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # who goes on guessing keeps nobody out for longer
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "meetings.views.visitors.address_of"
AXES_LOCKOUT_TEMPLATE = "registration/locked.html"
AXES_VERBOSE = False
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day
# How e-mail is sent, for passwords that were forgotten: smtp+tls://name:password@host:587. Empty: none is sent.
SENDS_MAIL = bool(env.str("EMAIL_URL", default=""))
globals().update(env.email_url("EMAIL_URL", default="dummymail://"))
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="minutes-portal@localhost")

# The name in the page head; empty: the council's own where there is one council, else "Minutes Portal".
SITE_NAME = env.str("SITE_NAME", default="")
# The council of files that name none and are uploaded without saying one.
DEFAULT_COUNCIL = env.str("DEFAULT_COUNCIL", default="")

# --- Rows -------------------------------------------------------------------------------------------------------------
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'minutes.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets readers read while one writes; a writer takes its lock at once and waits for it up to the timeout.
    # Deleted rows are overwritten, so that what is erased is nowhere in the file.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# --- Index ------------------------------------------------------------------------------------------------------------
HAYSTACK_CONNECTIONS = {
    "default": {
        "ENGINE": "meetings.search.backends.whoosh.Engine",
        "PATH": str(VAR_DIR / "index"),
        "SILENTLY_FAIL": False,
    }
}

# --- Files ------------------------------------------------------------------------------------------------------------
MEDIA_ROOT = VAR_DIR / "originals"  # served by one view alone, never by address
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    # Names are checksums: an existing file of that name is the same, or what an interrupted write left of it.
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"allow_overwrite": True}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "meetings.ingest.receiving.TemporaryUpload",
]
FILE_UPLOAD_TEMP_DIR = VAR_DIR / "incoming"  # on the disk where they stay; the worker deletes what a crash left there
FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, exist_ok=True)
UPLOAD_MAX_MB = env.int("UPLOAD_MAX_MB", default=50)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # pasted text; files are streamed to disk and not counted here

# What the child process that reads an uploaded file may use.
READING_SECONDS = env.int("READING_SECONDS", default=60)
READING_MEMORY_MB = env.int("READING_MEMORY_MB", default=1024)
# The pictures of a scanned file: tesseract's names of the languages, and the time for all of them, beside the above.
OCR_LANGUAGES = env.str("OCR_LANGUAGES", default="eng+cym")
OCR_SECONDS = env.int("OCR_SECONDS", default=300)
# Uploads that could not be read stay at the desk so long.
KEEP_REFUSED_DAYS = env.int("KEEP_REFUSED_DAYS", default=30)

# --- Language and time ------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.str("TIME_ZONE", default="Europe/London")
USE_TZ = True
USE_I18N = True

# --- Log --------------------------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    # A request for a host that is not ours is a stranger's fault, answered with 400, and no news.
    "loggers": {"django.security.DisallowedHost": {"level": "CRITICAL"}, "axes": {"level": "WARNING"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="INFO")},
}
