from django.urls import path

from matching.engagements.referrals.views import recommend_firm, recommended, stop_referral

urlpatterns = [
    path("engagements/<uuid:public_id>/recommend/", recommend_firm, name="recommend"),
    path("recommended/<uuid:public_id>/", recommended, name="recommended"),
    path("recommended/<uuid:public_id>/stop/", stop_referral, name="stop-referral"),
]
