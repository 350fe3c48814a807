"""What a test of the CV pages does and looks at."""

from io import BytesIO

from django.test import Client

PAGE, REVIEW, DELETE = "/profile/cv/", "/profile/cv/review/", "/profile/cv/delete/"


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def upload(client, content, name="cv.pdf", **options):
    file = BytesIO(content)
    file.name = name
    return client.post(PAGE, {"cv": file}, **options)


def on_disk(folder):
    return [path for path in folder.glob("**/*") if path.is_file()]


def held(profile):
    return dict(profile.held_skills.values_list("skill__slug", "level"))


def spoken(profile):
    return dict(profile.spoken_languages.values_list("language__code", "cefr"))
