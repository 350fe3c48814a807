from django.apps import AppConfig

from silah.celery import app as celery_app  # shared tasks find their application here

__all__ = ["SilahConfig", "celery_app"]


class SilahConfig(AppConfig):
    name = "silah"
