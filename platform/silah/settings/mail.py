"""Pages write mail into the ledger; workers send it where EMAIL_URL says.

Without one it waits: in a demo for whoever opens /demo/mail/, elsewhere for an EMAIL_URL.
"""

import dj_email_url

from silah import env

_mail = dj_email_url.parse(env.EMAIL_URL) if env.EMAIL_URL else {}

EMAIL_BACKEND = "ledger.mail.Ledger"
MAIL_TRANSPORT = _mail.get("EMAIL_BACKEND", "")
MAIL_KEEPS_TEXT = env.DEMO
EMAIL_HOST = _mail.get("EMAIL_HOST", "")
EMAIL_PORT = _mail.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _mail.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = _mail.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = _mail.get("DEFAULT_FROM_EMAIL") or "Silah <silah@localhost>"
