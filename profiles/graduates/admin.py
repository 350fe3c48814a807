from django.contrib import admin

from ledger.staff import plain
from profiles.admin.people import KindAdmin, KindRow, kind_rows
from profiles.graduates.models import Graduate


class GraduateRow(KindRow):
    model = Graduate


kind_rows["graduate"] = GraduateRow


@admin.register(Graduate)
class GraduateAdmin(KindAdmin):
    list_display = [plain("profile_id"), "university", "degree", plain("graduation_year")]
    list_select_related = ["university"]
    list_filter = ["university", "graduation_year"]
    search_fields = ["degree", "=profile__external_id"]
