"""What the card of a firm says of what staff checked."""

from django.db.models import OuterRef

from profiles.firms.vouching import vouched_details, vouches_of
from profiles.models import Profile


def vouched(firm: Profile) -> tuple[str, ...]:
    row = Profile.objects.annotate(vouches=vouches_of(OuterRef("pk"))).get(pk=firm.pk)
    return tuple(detail.phrase for detail in vouched_details(row))
