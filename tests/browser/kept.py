"""The scene, set up once in a process: each further test finds its rows and files as they were."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests import pristine
from tests.browser.scene import Scene, a_scene


@dataclass
class KeptScene:
    """`folder` is its own; the database is as its migrations made it whenever it is set up."""

    folder: Path
    scene: Scene | None = None

    def set_up(self, files: Path) -> Scene:
        """`files` is where the private files of this test lie."""
        if self.scene:
            pristine.bring_back()
            shutil.copytree(self.folder, files)
        else:
            self.scene = a_scene()
            pristine.keep()
            shutil.copytree(files, self.folder)
        return self.scene
