from django.apps import AppConfig


class GraduatesConfig(AppConfig):
    name = "profiles.graduates"
