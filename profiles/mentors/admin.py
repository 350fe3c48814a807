from django.contrib import admin

from profiles.admin.people import KindAdmin, KindRow, kind_rows
from profiles.mentors.models import Mentor


class MentorRow(KindRow):
    model = Mentor


kind_rows["mentor"] = MentorRow


@admin.register(Mentor)
class MentorAdmin(KindAdmin):
    list_display = ["profile_id", "hours_month"]
    list_filter = ["hours_month"]
