FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 VAR_DIR=/srv/portal/var
# reads scanned PDF
RUN apt-get update && apt-get install --yes --no-install-recommends tesseract-ocr tesseract-ocr-eng tesseract-ocr-cym \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/portal
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
RUN useradd --system --home-dir /srv/portal portal && mkdir var && chown portal var
USER portal
VOLUME /srv/portal/var
EXPOSE 8000

# The style sheets are gathered at the start, not here: they lie in the volume, which outlives the image.
# Django alone judges a proxy's headers (TRUST_PROXY), so waitress passes them on.
CMD ["sh", "-c", "python manage.py migrate && python manage.py collectstatic --noinput --clear --verbosity 0 && (python manage.py catch_up_index || true) && exec waitress-serve --listen=0.0.0.0:8000 --threads=8 --max-request-body-size=67108864 --no-clear-untrusted-proxy-headers minutes_portal.wsgi:application"]
