from django.contrib import admin

from ledger.staff import plain
from profiles.admin.people import KindAdmin, KindRow, kind_rows
from profiles.investors.models import Investor


class InvestorRow(KindRow):
    model = Investor


kind_rows["investor"] = InvestorRow


@admin.register(Investor)
class InvestorAdmin(KindAdmin):
    list_display = [plain("profile_id"), "type"]
    list_filter = ["type"]
