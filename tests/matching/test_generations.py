"""An index that is missing, torn or foreign is refused in words, and built anew by whoever may."""

from pathlib import Path
from typing import Any

import pytest

from matching import freshening, generations, runs
from matching.generations import NoGenerationError
from matching.models import IndexChange, IndexGeneration, Opening, TopMatches
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
