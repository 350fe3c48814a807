"""What investors did, beside what they say: how much it gains on real rounds."""

from pathlib import Path

import numpy as np
import pytest

from matching.measures import Figures
from matching.pairings.investing import FUNDED, FUNDED_THERE, PAIRING
from tests.real import deeds, india_rounds, sheets, spellings
from tests.real.india_sectors import SectorText

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def trial(data: Path) -> deeds.Trial:
    folder, text = data / "india_funding", SectorText(spellings.sectors())
    tables = (sheets.read(folder / name) for name in ("rounds.csv", "pairs.csv"))
    return deeds.trial(india_rounds.rounds(*tables, text))


def test_deeds_foretell_investors_better_than_mandates_alone(
    trial: deeds.Trial, figures: list[str]
) -> None:
    chance = np.random.default_rng(deeds.SEED).random((len(trial.raises), len(trial.mandates)))
    alone = trial.scores(deeds.without(FUNDED, FUNDED_THERE))
    kinds = trial.scores(deeds.without(FUNDED_THERE))
    kept = trial.scores(PAIRING)
    figures += ["", f"india_funding: {len(trial.raises)} raises, {len(trial.mandates):,} mandates"]
    told = (("random", chance), ("alone", alone), ("with kinds", kinds), ("and places", kept))
    for name, scores in told:
        figures.append(_line(name, trial.of_startups(scores), trial.of_investors(scores)))
    popular = np.array(list(trial.popularity()))
    figures.append(_line("popularity", trial.of_startups(popular), trial.of_investors(popular)))
    before, after, most = map(trial.of_startups, (alone, kinds, kept))
    assert after.recall_10 > 1.4 * before.recall_10
    assert after.auc > before.auc + 0.01
    assert after.matched_auc > before.matched_auc + 0.01
    assert most.recall_10 > 1.3 * after.recall_10
    assert most.auc > after.auc
    assert most.matched_auc > after.matched_auc + 0.01


def _line(name: str, startups: Figures, investors: Figures) -> str:
    ranked = f"recall@10 {startups.recall_10:.3f} recall@50 {startups.recall_50:.3f}"
    aucs = f"AUC {startups.auc:.3f} popularity-matched {startups.matched_auc:.3f}"
    back = f"recall@10 {investors.recall_10:.3f} AUC {investors.auc:.3f}"
    return f"{name:<11} {ranked} {aucs}; startups for investors: {back}"
