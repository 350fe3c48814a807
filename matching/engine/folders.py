"""Arrays in a folder: written whole or not at all, mapped into memory, refused where torn."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORM = 3
"""What the arrays mean. Raise it whenever that changes: folders of other code are then refused."""
DESCRIPTION = "side.json"


@contextmanager
def drafted(folder: Path) -> Iterator[Path]:
    """A folder to write into, which becomes the new one at the end, or is not there any more."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        yield draft
        draft.chmod(0o755)
        os.rename(draft, folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def write(folder: Path, described: dict[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write a new folder by way of a draft; `FileExistsError` where it stands already."""
    if folder.exists():
        raise FileExistsError(f"{folder} is there already: save each index to a new folder.")
    with drafted(folder) as draft:
        for name, array in arrays.items():
            np.save(draft / f"{name}.npy", array)
        shapes = {name: [str(array.dtype), *array.shape] for name, array in arrays.items()}
        text = json.dumps({"form": FORM, "arrays": shapes} | described)
        (draft / DESCRIPTION).write_text(text)


def read(folder: Path, names: Sequence[str]) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """What was described, and the named arrays mapped read-only.

    `ValueError` where the folder is not whole or was written by other code.
    """
    try:
        described: dict[str, Any] = json.loads((folder / DESCRIPTION).read_text())
        if described.get("form") != FORM:
            raise ValueError("it was written by other code")
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in names}
        for name, array in arrays.items():
            if [str(array.dtype), *array.shape] != described["arrays"][name]:
                raise ValueError(f"{name} is not what was written")
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(
            f"{folder} is no index that can be used ({error}): index the side again."
        ) from error
    return described, arrays
