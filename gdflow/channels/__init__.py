"""What we say: a mail's words and looks, its bytes, and the ways by which it leaves.

`render` turns a value of `domain.digest` into subject, text and HTML; `mail` turns those into bytes that never change
for the same input; a `Channel` (`base`) hands the bytes over, to an SMTP server (`email`) or to a folder
(`mail_files`), and tells refused, passing and in-doubt outcomes apart. Beside the mail, `card` and `chat` say the same
to Teams (`msteams`) and to any other chat; what these take proves nothing. `redaction` keeps secrets out of all logs.
"""
