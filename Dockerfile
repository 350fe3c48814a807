FROM python:3.13-slim AS build
COPY requirements/demo.txt /requirements.txt
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r /requirements.txt

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH PYTHONPATH=/silah/platform PYTHONUNBUFFERED=1 \
    SILAH_STATE=/state NUMBA_CACHE_DIR=/state/numba STATIC_ROOT=/silah/staticfiles
RUN useradd --system --create-home --uid 10001 silah && install -d -o silah /state
COPY --from=build /venv /venv
WORKDIR /silah
COPY . .
RUN python manage.py collectstatic --no-input --ignore=flags --ignore=rest_framework
USER silah
VOLUME /state
EXPOSE 8000
CMD ["gunicorn", "silah.wsgi:application", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
