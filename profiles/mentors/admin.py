from django.contrib import admin

from ledger.staff import plain
from profiles.admin.people import KindAdmin, KindRow, kind_rows
from profiles.mentors.models import Mentor


class MentorRow(KindRow):
    model = Mentor


kind_rows["mentor"] = MentorRow


@admin.register(Mentor)
class MentorAdmin(KindAdmin):
    list_display = [plain("profile_id"), "hours_month"]
    list_filter = ["hours_month"]
