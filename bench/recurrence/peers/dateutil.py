#!/usr/bin/env python3
"""Answers the questions of ../src/peers.rs with python-dateutil: one line in, one line out, how many nanoseconds the best of
several tries took, then the dates."""
import datetime as dt, itertools, re, sys, time, zoneinfo
import os
sys.path = [p for p in sys.path if os.path.abspath(p or ".") != os.path.dirname(os.path.abspath(__file__))]
from dateutil.rrule import rrulestr  # noqa: E402

UTC = dt.timezone.utc
tries = int(sys.argv[1]) if len(sys.argv) > 1 else 1
zones = {}


def local(text):
    return dt.datetime.strptime(text, "%Y%m%dT%H%M%S")


def civil(at, zone):
    return dt.datetime.fromtimestamp(at, zone).replace(tzinfo=None)


def resolved(at, zone):
    """A time that a clock skips takes the offset before the gap; of two the first."""
    return int(at.replace(tzinfo=zone, fold=0).timestamp())


def answer(start, zone, rule, added, excepted, begin, end, most):
    def on_the_clock(found):
        text = found[1]
        if len(text) == 8:
            text += "T235959"
        elif text.endswith("Z"):
            text = civil(local(text[:-1]).replace(tzinfo=UTC).timestamp(), zone).strftime("%Y%m%dT%H%M%S")
        return "UNTIL=" + text
    rules = rrulestr(re.sub(r"UNTIL=([0-9TZ]+)", on_the_clock, rule), dtstart=start)
    plus, minus = {resolved(a, zone) for a in added}, {resolved(a, zone) for a in excepted}
    dates = (resolved(at, zone) for at in rules)
    dates = itertools.takewhile(lambda at: at < end, itertools.dropwhile(lambda at: at < begin, dates))
    dates = (at for at in dates if at not in minus)
    if not plus:
        return list(itertools.islice(dates, most))
    return sorted(set(itertools.islice(dates, most)) | (plus - minus))[:most]


for line in sys.stdin:
    start, zone, rule, added, excepted, begin, end, most = line.rstrip("\n").split("\t")
    zone = zones.setdefault(zone, zoneinfo.ZoneInfo(zone))
    texts = lambda list_: [local(t) for t in list_.split(",") if t]
    asked = local(start), zone, rule, texts(added), texts(excepted), int(begin), int(end), int(most)
    best, found = None, []
    for _ in range(tries):
        begun = time.perf_counter_ns()
        try:
            found = answer(*asked)
        except (ValueError, TypeError, OverflowError):
            found = ["-"]
        took = time.perf_counter_ns() - begun
        best = took if best is None else min(best, took)
    print(best, *found, sep="\t")
