"""What a graduate is asked."""

from profiles.graduates.questions.study import STUDY
from profiles.graduates.questions.university_code import ADDRESS, CODE
from profiles.onboarding import questions as shared
from profiles.questions.declaration import Flow

FLOW = Flow(
    (
        shared.NAME,
        shared.AT_HOME,
        STUDY,
        shared.HEADLINE,
        shared.SKILLS,
        ADDRESS,
        CODE,
        shared.LANGUAGES,
        shared.WORK,
        shared.AVAILABILITY,
        shared.SECTORS,
    ),
    optional_apart=True,
)
