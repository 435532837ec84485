"""Reads messages as a mail program and a calendar would: read_mail.py FILE.eml... prints one JSON list.

Times of a calendar entry are given as they show on clocks in London and New York.
"""
import email
import email.policy
import json
import sys
from zoneinfo import ZoneInfo

from icalendar import Calendar


def clock(moment, zone):
    return moment.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def people(value):
    entries = value if isinstance(value, list) else [value] if value is not None else []
    return [{"name": str(p.params.get("CN", "")), "address": str(p)} for p in entries]


def entry(part):
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    (event,) = calendar.walk("VEVENT")
    return {
        "contentMethod": part.get_param("method"),
        "method": str(calendar["METHOD"]),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "class": str(event["CLASS"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "location": str(event.get("LOCATION", "")),
        "london": clock(event.decoded("DTSTART"), "Europe/London"),
        "newYork": clock(event.decoded("DTSTART"), "America/New_York"),
        "minutes": int((event.decoded("DTEND") - event.decoded("DTSTART")).total_seconds() // 60),
        "organizer": people(event.get("ORGANIZER")),
        "attendees": people(event.get("ATTENDEE")),
        "faults": [list(map(str, e)) for e in event.errors],
    }


def read(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    calendars = [entry(p) for p in message.walk() if p.get_content_type() == "text/calendar"]
    body = message.get_body(preferencelist=("plain",))
    return {
        "id": message["Message-ID"],
        "to": [a.addr_spec for a in message["To"].addresses],
        "replyTo": message["Reply-To"] and [a.addr_spec for a in message["Reply-To"].addresses],
        "subject": str(message["Subject"]),
        "text": body.get_content().replace("\r\n", "\n") if body else "",
        "calendar": calendars[0] if calendars else None,
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
