from django.urls import path

from matching.engagements.reviews.views import review

urlpatterns = [path("<uuid:public_id>/", review, name="review")]
