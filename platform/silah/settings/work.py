"""Matches and Celery: at-least-once delivery, every task idempotent or fenced by a row."""

from kombu import Queue

from silah import env

LONGEST_TASK_SECONDS = 900
LOST_AFTER_SECONDS = 240

# How long each list of best matches is kept: 50 are shown, ten more fill the places of those who
# leave.
MATCHES_STORED = 60

CELERY_BROKER_URL = env.celery_broker(env.REDIS_URL)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = LONGEST_TASK_SECONDS
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# Full runs wait in a line of their own: what somebody saved, and mail, never stands behind them.
# A worker that names no queue takes from both.
CELERY_TASK_DEFAULT_QUEUE = "single"
CELERY_TASK_QUEUES = (Queue("single"), Queue("bulk"))
CELERY_TASK_ROUTES = {
    "matching.tasks.match_pairing": {"queue": "bulk"},
    "matching.tasks.score_shard": {"queue": "bulk"},
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_TIMEOUT = 2
# A web request never waits for a dead broker: the Outbox row is the truth and beat sweeps it.
# Without max_retries a publish sleeps two seconds before it gives up; workers count their own.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # What a lost host had taken goes to another after this. A task that takes longer is delivered
    # twice, which does no harm.
    "visibility_timeout": LOST_AFTER_SECONDS,
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 2,
    "max_retries": 0,
}
CELERY_BEAT_SCHEDULE = {
    "sweep-outbox": {"task": "ledger.tasks.sweep_outbox", "schedule": 5.0},
    "sweep-mail": {"task": "ledger.tasks.sweep_mail", "schedule": 20.0},
    "sweep-files": {"task": "ledger.sweeping.sweep_files", "schedule": 3600.0},
    "derive-hours-again": {"task": "profiles.tasks.derive_hours_again", "schedule": 3600.0},
    "match-everyone": {"task": "matching.tasks.match_everyone", "schedule": 24 * 3600.0},
    "sweep-introductions": {
        "task": "matching.introductions.tasks.sweep_introductions",
        "schedule": 60.0,
    },
    "sweep-engagements": {
        "task": "matching.engagements.tasks.sweep_engagements",
        "schedule": 3600.0,
    },
    "measure-answering-again": {
        "task": "matching.introductions.tasks.measure_answering_again",
        "schedule": 24 * 3600.0,
    },
    "sweep-referrals": {
        "task": "matching.engagements.tasks.sweep_referrals",
        "schedule": 24 * 3600.0,
    },
    "sweep-sessions": {
        "task": "matching.engagements.sessions.tasks.sweep_sessions",
        "schedule": 300.0,
    },
    "sweep-reviews": {
        "task": "matching.engagements.reviews.tasks.sweep_reviews",
        "schedule": 3600.0,
    },
    "sweep-grant-checks": {"task": "grants.tasks.sweep_checks", "schedule": 24 * 3600.0},
    "hand-out-digests": {"task": "profiles.tasks.hand_out_digests", "schedule": 900.0},
    "sweep-runs": {"task": "matching.tasks.sweep_runs", "schedule": 600.0},
    "look-for-news": {"task": "matching.tasks.look_for_news", "schedule": 3600.0},
}
