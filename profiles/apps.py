from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "profiles"

    def ready(self) -> None:
        from profiles.models import Profile  # noqa: PLC0415  models are ready only now
        from profiles.onboarding import sent_back  # noqa: PLC0415
        from profiles.onboarding.tasks import adds_tasks  # noqa: PLC0415

        for kind in Profile.Kind.values:
            adds_tasks(kind, sent_back.tasks)
