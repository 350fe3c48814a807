"""Skills that people propose: kept until staff accept or refuse them."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from ledger.actions import record
from profiles.actions.saving import PROFILE_SAVED, locked
from profiles.browsing.text import fold_profiles
from profiles.folding import skill_key
from profiles.models import Profile, ProfileSkill, Skill, SkillProposal, SkillProposer, SkillSynonym

SKILL_PROPOSED = "skill.proposed"
PROPOSAL_ACCEPTED = "skill_proposal.accepted"
PROPOSAL_REFUSED = "skill_proposal.refused"
OPEN = SkillProposal.State.OPEN


class AlreadyDecidedError(Exception):
    """Somebody else accepted or refused the proposal meanwhile."""


@transaction.atomic
def set_proposals(
    *, profile: Profile, levels: Mapping[str, int], language: str, by_id: int | None
) -> Profile:
    """Make the open proposals of this profile exactly `levels` (text to level 1..4)."""
    locked(profile)
    wanted = {skill_key(text): (text, level) for text, level in levels.items()}
    held = profile.wished_skills.filter(proposal__state=OPEN, level__isnull=False)
    held.exclude(proposal__key__in=wanted).delete()
    for key, (text, level) in wanted.items():
        proposal = _open(profile, text, key, language, by_id)
        SkillProposer.objects.update_or_create(
            proposal=proposal, profile=profile, defaults={"level": level}
        )
    return profile


def _open(profile: Profile, text: str, key: str, language: str, by_id: int | None) -> SkillProposal:
    """The open proposal of that spelling: the first to write it proposes it for all."""
    proposal, is_new = SkillProposal.objects.get_or_create(
        key=key, state=OPEN, defaults={"text": text, "language": language}
    )
    if is_new:
        codes = {"profile": profile.pk}
        record(verb=SKILL_PROPOSED, subject=proposal, actor_id=by_id, codes=codes)
    return proposal


@transaction.atomic
def accept_as_synonym(*, proposal: SkillProposal, skill: Skill, by_id: int | None) -> SkillProposal:
    """It is another word for a known skill: everybody who proposed it has that skill now."""
    row = _undecided(proposal)
    SkillSynonym.objects.get_or_create(key=row.key, defaults={"skill": skill, "text": row.text})
    return _accepted(proposal, skill, by_id)


@transaction.atomic
def accept_as_new(
    *, proposal: SkillProposal, label_en: str, label_ar: str, kind: str, by_id: int | None
) -> SkillProposal:
    """It is a skill of its own, found by both labels and by what was written."""
    row = _undecided(proposal)
    skill = Skill.objects.create(
        slug=_free_slug(label_en), label_en=label_en, label_ar=label_ar, kind=kind
    )
    spellings = {skill_key(text): text for text in (label_en, label_ar, row.text)}
    SkillSynonym.objects.bulk_create(
        (SkillSynonym(skill=skill, text=text, key=key) for key, text in spellings.items() if key),
        ignore_conflicts=True,
    )
    return _accepted(proposal, skill, by_id)


@transaction.atomic
def refuse(*, proposal: SkillProposal, reason: str, by_id: int | None) -> SkillProposal:
    """It will not be a skill; `reason` is a sentence for those who proposed it."""
    _undecided(proposal)
    proposal.reason = reason
    return _decided(proposal, SkillProposal.State.REFUSED, PROPOSAL_REFUSED, by_id)


def _undecided(proposal: SkillProposal) -> SkillProposal:
    row = SkillProposal.objects.select_for_update().get(pk=proposal.pk)
    if row.state != OPEN:
        raise AlreadyDecidedError(f"Proposal {row.pk} is {row.state} and was decided before.")
    return row


def _accepted(proposal: SkillProposal, skill: Skill, by_id: int | None) -> SkillProposal:
    proposal.skill = skill
    for wish in proposal.wishes.filter(level__isnull=False).select_related("profile"):
        assert wish.level is not None
        _given, is_new = ProfileSkill.objects.get_or_create(
            profile=wish.profile, skill=skill, defaults={"level": wish.level}
        )
        if is_new:
            fold_profiles([wish.profile_id])
            codes = {"skills": 1}
            record(verb=PROFILE_SAVED, subject=wish.profile, actor_id=by_id, codes=codes)
    return _decided(proposal, SkillProposal.State.ACCEPTED, PROPOSAL_ACCEPTED, by_id)


def _decided(
    proposal: SkillProposal, state: SkillProposal.State, verb: str, by_id: int | None
) -> SkillProposal:
    proposal.state, proposal.decided_at = state, timezone.now()
    proposal.save(update_fields=["state", "skill", "reason", "decided_at"])
    codes = {"skill": proposal.skill_id} if proposal.skill_id else {}
    record(verb=verb, subject=proposal, actor_id=by_id, codes=codes)
    return proposal


def _free_slug(label: str) -> str:
    """A slug that no skill has yet: "c" is taken, "c-2" may be free."""
    stem = slugify(label)[:50] or "skill"
    taken = set(Skill.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)
