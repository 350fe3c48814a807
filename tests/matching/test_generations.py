"""An index that is missing, torn or foreign is refused in words, and built anew by whoever may."""

from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from matching import freshening, generations, index_files, runs
from matching.generations import NoGenerationError
from matching.models import IndexChange, IndexGeneration, IndexPiece, Opening, TopMatches
from matching.pairings import registry
from tests import make

pytestmark = pytest.mark.django_db
HIRING = registry.get("hiring")


@pytest.fixture
def job() -> Opening:
    """A job and a graduate, matched."""
    job = make.a_job()
    make.looks_for_a_job(make.a_graduate())
    runs.run("hiring")
    return job


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Where the other host has its indexes."""
    return tmp_path / "elsewhere"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def folder() -> Path:
    return generations.current(HIRING).folder


def refusal() -> str:
    with pytest.raises(NoGenerationError) as refused:
        generations.current(HIRING).index("candidacy")
    return str(refused.value)


def test_nothing_was_built_yet() -> None:
    with pytest.raises(NoGenerationError, match="was built yet"):
        generations.current(HIRING)


def test_a_folder_that_this_host_does_not_have_is_refused(job: Opening, settings: Any) -> None:
    settings.INDEX_ROOT = Path(settings.INDEX_ROOT) / "elsewhere"
    assert "Share the folder INDEX_ROOT between all hosts" in refusal()


def test_a_short_file_is_refused(job: Opening) -> None:
    generations.build(HIRING)
    array = folder() / "candidacy" / "words.npy"
    array.write_bytes(array.read_bytes()[:-1])
    assert "build another with `manage.py match --pairing hiring`" in refusal()


def test_a_missing_file_is_refused(job: Opening) -> None:
    generations.build(HIRING)
    (folder() / "candidacy" / "post.npy").unlink()
    assert "cannot be used here" in refusal()


def test_an_index_of_other_criteria_is_refused(job: Opening) -> None:
    name = IndexGeneration.objects.get(pairing="hiring").name
    foreign = generations.Generation(registry.get("investing"), name, 0)
    foreign.folder.parent.mkdir(parents=True, exist_ok=True)
    folder().rename(foreign.folder)
    with pytest.raises(NoGenerationError, match="The criteria changed since"):
        foreign.index("candidacy")


def test_the_folder_of_another_database_is_never_met(job: Opening) -> None:
    """Numbers begin at 1 again; the token in the name does not come again."""
    row = IndexGeneration.objects.get(pairing="hiring")
    row.name = f"{row.name.partition('-')[0]}-000000"
    row.save()
    assert "cannot be used here" in refusal()


def test_a_change_that_finds_no_index_builds_one(job: Opening) -> None:
    IndexGeneration.objects.all().delete()
    TopMatches.objects.all().delete()
    freshening.follow("hiring", {"opening": [job.pk]})
    assert IndexGeneration.objects.count() == 1
    assert TopMatches.objects.filter(pairing="hiring").count() == 2


def test_a_new_generation_holds_what_changed_before_it(job: Opening) -> None:
    freshening.follow("hiring", {"opening": [job.pk]})
    assert IndexChange.objects.filter(pairing="hiring").count() == 1
    built = generations.build(HIRING)
    assert not IndexChange.objects.exists()
    assert generations.current(HIRING) == built


def test_a_build_that_fails_publishes_nothing(job: Opening, settings: Any) -> None:
    before, root = generations.current(HIRING), Path(settings.INDEX_ROOT)
    blocked = root / "not-a-folder"
    blocked.write_text("")
    settings.INDEX_ROOT = blocked
    with pytest.raises(OSError, match="not-a-folder"):
        generations.build(HIRING)
    settings.INDEX_ROOT = root
    assert generations.current(HIRING) == before
    assert len(before.index("candidacy")) == 1


class TestHostsThatShareNoFolder:
    """What one host built another fetches, byte for byte."""

    @pytest.fixture(autouse=True)
    def _apart(self, settings: Any) -> None:
        settings.INDEX_IS_SHARED = False

    def test_the_other_has_the_same_bytes(self, job: Opening, elsewhere: Path) -> None:
        here = bytes_of(folder())
        with override_settings(INDEX_ROOT=elsewhere):
            assert len(generations.current(HIRING).index("candidacy")) == 1
            assert bytes_of(folder()) == here
            assert len(here) > 20

    def test_the_other_applies_changes_and_runs(self, job: Opening, elsewhere: Path) -> None:
        later = make.looks_for_a_job(make.a_graduate())
        with override_settings(INDEX_ROOT=elsewhere):
            freshening.follow("hiring", {"candidacy": [later.pk]})
            assert later.pk in TopMatches.objects.get(opening=job).ids
            runs.run("hiring", rebuild=False)
        assert later.pk in TopMatches.objects.get(opening=job).ids

    def test_both_keep_two_generations_and_no_draft(self, job: Opening, elsewhere: Path) -> None:
        for _ in range(3):
            generations.build(HIRING)
            with override_settings(INDEX_ROOT=elsewhere):
                generations.current(HIRING).index("candidacy")
        published = set(IndexGeneration.objects.values_list("name", flat=True))
        kept = IndexPiece.objects.values_list("generation__name", flat=True)
        assert len(published) == generations.KEPT
        assert published == set(kept) == {each.name for each in (elsewhere / "hiring").iterdir()}

    def test_a_large_file_is_kept_in_pieces(
        self, job: Opening, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(index_files, "PIECE", 100)
        generations.build(HIRING)
        here, pieces = bytes_of(folder()), IndexPiece.objects.filter(path="candidacy/ids.npy")
        assert pieces.filter(number=1).exists()
        with override_settings(INDEX_ROOT=elsewhere):
            generations.current(HIRING).index("candidacy")
            assert bytes_of(folder()) == here


def test_hosts_that_share_a_folder_keep_no_second_copy(job: Opening) -> None:
    assert not IndexPiece.objects.exists()
