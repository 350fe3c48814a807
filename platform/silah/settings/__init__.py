"""Settings, split by what they are about; the environment itself is read in `silah.env`."""

from silah.settings.accounts import *
from silah.settings.api import *
from silah.settings.apps import *
from silah.settings.mail import *
from silah.settings.social import *
from silah.settings.storage import *
from silah.settings.web import *
from silah.settings.words import *
from silah.settings.work import *
