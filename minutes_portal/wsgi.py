"""The WSGI callable that a web server runs: ``minutes_portal.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes_portal.settings")

application = get_wsgi_application()
