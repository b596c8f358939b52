"""Reads mails with Python's email package: `mail_reader.py` takes a JSON list of mails in base64, prints what they say."""

import base64
import email
import email.header
import email.policy
import email.utils
import json
import sys


def read(content):
    mail = email.message_from_bytes(content, policy=email.policy.default)
    raw = email.message_from_bytes(content)
    lines = content.split(b"\r\n")
    return {
        "subject": mail["Subject"],
        "from": address(raw["From"]),
        "to": address(raw["To"]),
        "seconds": int(email.utils.parsedate_to_datetime(str(mail["Date"])).timestamp()),
        "date": str(mail["Date"]),
        "id": mail["Message-ID"],
        "submitted": mail["Auto-Submitted"],
        "headers": [name for name, _ in mail.items()],
        "type": mail.get_content_type(),
        "parts": [part(each) for each in mail.walk() if not each.is_multipart()],
        "defects": [repr(each) for one in mail.walk() for each in one.defects]
        + [repr(each) for one in mail.walk() for value in one.values() for each in value.defects],
        "isPlain": content.isascii() and not any(b"\r" in line or b"\n" in line for line in lines),
        "longest": max(map(len, lines)),
    }


def address(field):
    """By the older functions: the newer ones put a blank between two encoded words of a name (RFC 2047 §6.2)."""
    name, found = email.utils.parseaddr(field)
    return {"name": str(email.header.make_header(email.header.decode_header(name))), "address": found}


def part(each):
    method = each.get_param("method")
    return {"type": each.get_content_type(), "method": method, "text": each.get_payload(decode=True).decode("utf-8")}


if __name__ == "__main__":
    print(json.dumps([read(base64.b64decode(mail)) for mail in json.load(sys.stdin)]))
