from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ledger.staff import ReadOnly, plain
from profiles.admin.people import KindAdmin, KindRow, kind_rows
from profiles.graduates.models import CV, Graduate


class GraduateRow(KindRow):
    model = Graduate


kind_rows["graduate"] = GraduateRow


@admin.register(Graduate)
class GraduateAdmin(KindAdmin):
    list_display = [plain("profile_id"), "university", "degree", plain("graduation_year")]
    list_select_related = ["university"]
    list_filter = ["university", "graduation_year"]
    search_fields = ["degree", "=profile__external_id"]


@admin.register(CV)
class CVAdmin(ReadOnly):
    """Staff read the file through its one door, which writes it down; suggestions stay closed."""

    list_display = [plain("profile_id"), "read_at", "download"]
    list_select_related = ["file"]
    exclude = ["suggestions"]
    ordering = ["-read_at"]

    @admin.display(description=_("file"))
    def download(self, cv: CV) -> SafeString:
        url = reverse("private-file", args=[cv.file.public_id])
        return format_html('<a href="{}">{}</a>', url, _("Download (it is written down)"))
