from django.apps import AppConfig


class GraduatesConfig(AppConfig):
    name = "profiles.graduates"

    def ready(self) -> None:
        from profiles.browsing.text import search_details  # noqa: PLC0415
        from profiles.disclosure import show_details  # noqa: PLC0415  models are ready only now
        from profiles.graduates.card import details  # noqa: PLC0415

        show_details("graduate", details)
        university = ("graduate__university__name_en", "graduate__university__name_ar")
        search_details("graduate", ("graduate__degree", *university))
