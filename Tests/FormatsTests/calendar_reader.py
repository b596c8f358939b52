"""Reads iCalendar with programs of others: `calendar_reader.py FILE` by the icalendar package; `--khal FILE` lets khal take
it into a folder of its own and says what lies there, and what khal lists.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import icalendar


def moment(value):
    return value.dt.isoformat()


def party(value):
    return {"name": str(value.params.get("CN", "")), "mail": str(value)}


def event(each):
    alarm = next((inner for inner in each.subcomponents if inner.name == "VALARM"), None)
    attendees = each.get("ATTENDEE", [])
    categories = each.get("CATEGORIES")
    return {
        "uid": str(each["UID"]), "stamp": moment(each["DTSTAMP"]), "sequence": int(each["SEQUENCE"]),
        "start": moment(each["DTSTART"]), "end": moment(each["DTEND"]), "summary": str(each["SUMMARY"]),
        "status": str(each["STATUS"]), "description": str(each.get("DESCRIPTION", "")),
        "location": str(each.get("LOCATION", "")), "transparency": str(each.get("TRANSP", "")),
        "categories": [str(one) for one in categories.cats] if categories else [],
        "link": str(each["URL"]) if "URL" in each else None,
        "organizer": party(each["ORGANIZER"]) if "ORGANIZER" in each else None,
        "attendees": [party(one) for one in (attendees if isinstance(attendees, list) else [attendees])],
        "reminder": int(alarm["TRIGGER"].dt.total_seconds() // 60) if alarm else None,
        "errors": [repr(one) for one in each.errors],
    }


def read(content):
    calendar = icalendar.Calendar.from_ical(content)
    return {
        "name": str(calendar["NAME"]), "shown": str(calendar["X-WR-CALNAME"]), "method": str(calendar["METHOD"]),
        "events": [event(each) for each in calendar.walk("VEVENT")],
    }


def khal(file):
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        (home / "events").mkdir()
        (home / "config").write_text(f"""
[calendars]
[[due]]
path = {home}/events
[sqlite]
path = {home}/khal.db
[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = due
""")

        def run(*arguments):
            command = [sys.executable, "-m", "khal", "-c", str(home / "config"), *arguments]
            environment = os.environ | {"HOME": folder, "XDG_CACHE_HOME": folder, "LC_ALL": "C.UTF-8"}
            return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout

        run("import", "--batch", "-a", "due", file)
        kept = [icalendar.Calendar.from_ical(path.read_bytes()) for path in (home / "events").iterdir()]
        listed = run("list", "--format", "{start-date}|{start-time}|{title}", "--day-format", "", "2026-03-01", "31d")
        return {
            "kept": [str(each["UID"]) for calendar in kept for each in calendar.walk("VEVENT")],
            "listed": [line for line in listed.splitlines() if line],
        }


if sys.argv[1] == "--khal":
    print(json.dumps(khal(sys.argv[2])))
else:
    print(json.dumps(read(pathlib.Path(sys.argv[1]).read_bytes())))
