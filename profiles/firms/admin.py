from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ledger.staff import EvenRows, Recorded, plain
from profiles.admin.people import KindAdmin, KindRow, kind_rows
from profiles.firms.models import Firm, FirmMember


class FirmRow(KindRow):
    model = Firm


class MemberRows(EvenRows):
    model = FirmMember
    raw_id_fields = ("user",)
    by_key = ("user",)


kind_rows["firm"] = FirmRow


@admin.register(Firm)
class FirmAdmin(KindAdmin):
    list_display = [plain("profile_id"), "type", "team_size", plain("founded_year")]
    list_filter = ["type"]
    inlines = [MemberRows]


@admin.register(FirmMember)
class FirmMemberAdmin(Recorded):
    """Who acts for a firm; found by the member's exact e-mail."""

    list_display = [plain("id"), plain("firm_id"), plain("user_id"), "role"]
    list_filter = ["role"]
    search_fields = ["=user__email"]
    search_help_text = _("The exact e-mail")
    raw_id_fields = ["firm", "user"]
