from django.urls import path

from profiles.graduates.cv.views import my_cv, my_cv_delete, my_cv_review, my_resume

urlpatterns = [
    path("cv/", my_cv, name="my-cv"),
    path("cv/review/", my_cv_review, name="my-cv-review"),
    path("cv/delete/", my_cv_delete, name="my-cv-delete"),
    path("resume.json", my_resume, name="my-resume"),
]
