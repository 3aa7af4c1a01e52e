"""Settings, all from the environment; DEVELOPERS.md lists the variables.

`SANWEI_DEMO=1` means: the invented city on this machine, plain http, public secrets. `DEBUG=1` means the same with
Django's traces for a developer. Without either, everything below is the production way, and `sanwei.config.checks`
refuses what belongs to the demo.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sanwei.config.databases import database
from sanwei.config.environment import Environment
from sanwei.config.logs import logging_settings
from sanwei.config.rooms import rooms_with, standing

env = Environment()

BASE_DIR = Path(__file__).resolve().parents[3]
VAR = env.path("SANWEI_VAR", BASE_DIR / "var")
for folder in (VAR, VAR / "files", VAR / "fonts", VAR / "log", VAR / "static"):
    folder.mkdir(parents=True, exist_ok=True)

# --- what this deployment is ---------------------------------------------------------------------------------------
DEBUG = env.flag("DEBUG")
SANWEI_DEMO = DEBUG or env.flag("SANWEI_DEMO")
DEMO_SECRET_MARK = "sanwei-demo-"
SECRET_KEY = env.text("SECRET_KEY") or DEMO_SECRET_MARK + "this-key-is-public-and-only-for-the-invented-city"
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]" if SANWEI_DEMO else "")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
SANWEI_PACKS = env.words("SANWEI_PACKS", "zhengzhou")
SANWEI_LAW = env.path("SANWEI_LAW", BASE_DIR / "law")

# Where strangers reach this site: what the QR code on a document says. Without it, https and the first allowed host.
SANWEI_PUBLIC_URL = env.text("SANWEI_PUBLIC_URL") or (
    "http://127.0.0.1:8000" if SANWEI_DEMO else f"https://{ALLOWED_HOSTS[0].lstrip('.')}" if ALLOWED_HOSTS else ""
)

# --- the house -----------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "sanwei.config",
    *(f"sanwei.{room}" for room in standing()),
]
if SANWEI_DEMO and (BASE_DIR / "demo" / "apps.py").is_file():
    # The invented city is no part of the package and never of a production deployment.
    sys.path.append(str(BASE_DIR))
    INSTALLED_APPS.append("demo")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "sanwei.config.urls"
WSGI_APPLICATION = "sanwei.config.wsgi.application"

MIDDLEWARE = [
    "sanwei.config.middleware.RequestLog",
    "sanwei.config.middleware.ContentPolicy",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sanwei.config.middleware.NothingKept",
    "django.contrib.messages.middleware.MessageMiddleware",
    "sanwei.desk.middleware.DraftKey",
    "sanwei.desk.middleware.SessionLimits",
    "sanwei.people.middleware.OfficerMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

# --- pages ---------------------------------------------------------------------------------------------------------
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                # A room that has something for every page says so in `context_processors.py`, function `context`.
                *(f"sanwei.{room}.context_processors.context" for room in rooms_with("context_processors")),
            ],
        },
    },
]
FORM_RENDERER = "sanwei.looks.renderer.Looks"
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
WHITENOISE_USE_FINDERS = SANWEI_DEMO
MEDIA_ROOT = VAR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if SANWEI_DEMO
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- language and time ---------------------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# --- database ------------------------------------------------------------------------------------------------------
DATABASES = {"default": database(env.text("DATABASE_URL"), VAR / "db.sqlite3")}

# Of this process: tries that are counted by the minute, and sums that are told again for some seconds (desk/lately.py).
_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {name: {"BACKEND": _MEMORY, "LOCATION": name} for name in ("default", "sums")}

# --- people --------------------------------------------------------------------------------------------------------
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"sanwei.desk.passwords.{rule}"} for rule in ("Long", "Uncommon", "NotOnlyDigits", "Unlike")
]

# --- cookies and headers -------------------------------------------------------------------------------------------
SECURE = not SANWEI_DEMO
# `__Host-` binds a cookie to this very host over https; a browser refuses it over plain http.
SESSION_COOKIE_NAME = "__Host-sanwei" if SECURE else "sanwei"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = env.number("SANWEI_SESSION_HOURS", 12) * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-sanwei-csrf" if SECURE else "sanwei-csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "sanwei.config.errors.csrf_failure"

SECURE_SSL_REDIRECT = SECURE and env.flag("SANWEI_SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^health$"]
SECURE_HSTS_SECONDS = env.number("SANWEI_HSTS_SECONDS", 31_536_000) if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# --- bounds of a request -------------------------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750

LOGGING = logging_settings(VAR / "log", plain=SANWEI_DEMO)
