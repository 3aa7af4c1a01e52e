"""The entry of a web server: `sanwei.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanwei.config.settings")

application = get_wsgi_application()

from sanwei.config.checks import insist  # noqa: E402  (needs the apps to be loaded)
from sanwei.lawbook import lawbook  # noqa: E402

insist()
# The law is read before the first request, not within the first transaction.
lawbook()
