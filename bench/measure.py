#!/usr/bin/env python3
"""Measures Tessera beside the comparison servers: the same data, the same machine, one sitting.

What is compared is server CPU milliseconds per request, database included: how fast answers come changes with
whatever else runs, CPU per request hardly. Latencies are reported beside, at a fixed rate of requests. Called by bench/run."""
import argparse, glob, json, os, pathlib, re, shutil, signal, statistics, subprocess, sys, time, urllib.request

HERE = pathlib.Path(__file__).resolve().parent
BINARY = pathlib.Path(os.environ["BENCH_BINARY"])
SOURCE = pathlib.Path(os.environ["PEERS"])
ROOT = pathlib.Path(os.environ.setdefault("PEERS_ROOT", "/var/tmp/tessera-peers"))
PASSWORD = "bench bench bench bench"

# The weekly events count as single ones, on both sides; with --series they repeat, on both sides.
SERIES = "--series" in sys.argv
COPY = ROOT / ("series" if SERIES else "single")
shutil.rmtree(COPY, ignore_errors=True)
shutil.copytree(SOURCE, COPY)
for f in COPY.rglob("*"):
    f.chmod(0o755)
text = (COPY / "dataset.py").read_text()
single = text.replace('rrule="FREQ=WEEKLY;COUNT=52" if rec else ""', 'rrule=""')
assert single != text, "the data set has changed: its weekly events are not where they were"
if not SERIES:
    (COPY / "dataset.py").write_text(single)
sys.path[:0] = [str(COPY), str(HERE)]
import dataset as d  # noqa: E402
import offered  # noqa: E402
import peers  # noqa: E402

for folder in ("work", "results", "log"):
    (ROOT / folder).mkdir(parents=True, exist_ok=True)


class Tessera(peers.Web):
    name, port, home = "tessera", 18001, ROOT / "tessera"
    syncs = {}

    def __init__(self):
        self.home.mkdir(exist_ok=True)
        self.env = {
            "TESSERA_HTTP__LISTEN": f"127.0.0.1:{self.port}",
            "TESSERA_HTTP__BASE_URL": f"http://localhost:{self.port}",
            "TESSERA_DATA_DIR": str(self.home / "data"),
            "TESSERA_DATABASE__URL": self.url(),
            "TESSERA_MAIL__TRANSPORT": "log",
        }

    def url(self):
        return f"sqlite://{self.home}/bench.db"

    def fresh(self):
        for f in glob.glob(str(self.home / "bench.db*")):
            os.remove(f)

    def cli(self, *args, **more):
        env = {**os.environ, **self.env}
        done = subprocess.run([str(BINARY), *args], capture_output=True, text=True, env=env, **more)
        assert done.returncode == 0, f"tessera {' '.join(args)}: {done.stderr}"
        return done

    def setup(self):
        pass

    def load(self):
        self.fresh()
        self.cli("migrate")
        self.cli("community", "create", "--slug", "bench", "--name", "Bench", "--timezone", "Europe/Rome", "--locale", "en")
        self.cli("user", "create", "--community", "bench", "--email", "bench@example.org", "--name", "Bench",
                 "--role", "organiser", "--password-stdin", input=PASSWORD + "\n")
        file = self.home / "dataset.ics"
        file.write_text(d.vcalendar(*d.events()))
        self.cli("import", "ics", str(file), "--community", "bench", "--as", "bench@example.org")

    def cmd(self):
        return [BINARY, "serve"]

    def ready(self):
        return peers.req("/readyz")

    def call(self, path, body=None, token=None):
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=data, headers=headers)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def works(self):
        token = self.call("/api/auth/login", {"email": "bench@example.org", "password": PASSWORD})["token"]
        ids, skip = [], 0
        while len(ids) < 9000:
            page = self.call(f"/api/events?from={peers.iso(d.BASE)}&limit=1000&skip={skip}")
            if not page:
                break
            ids += [e["id"] for e in page]
            skip += len(page)
        assert len(ids) >= 9000, f"only {len(ids)} events are listed"
        e = next(d.events())
        new = json.dumps({"title": e["title"] + " @@N@@", "description": e["description"], "location": {"venue": e["location"]},
                          "starts_at": peers.F, "ends_at": peers.F.replace("T00", "T01"), "category": "jam"})
        headers = {"Content-Type": "application/json", "Authorization": "Bearer " + token}
        return {
            "list": [peers.req("/api/events?limit=50")],
            "detail": [peers.req(f"/api/events/{ids[37 * k % len(ids)]}") for k in range(500)],
            "html": [peers.req("/")],
            "ics month": [peers.req(f"/feeds/events.ics?from={peers.F}&to={peers.T}")],
            "create": [peers.req("/api/events", "POST", headers, new, True)],
        }

    def versions(self):
        return [self.cli("--version").stdout.strip()]


class TesseraPg(peers.PG, Tessera):
    name = "tessera-pg"

    def url(self):
        return "postgres://peers@127.0.0.1:18432/tessera"

    def fresh(self):
        self.pg("tessera")


PEERS = {"tessera": Tessera, "tessera-pg": TesseraPg, "django": peers.Django, "django-pg": peers.DjangoPg,
         "fastapi": peers.FastAPI, "fastapi-pg": peers.FastAPIPg}
# What is promised: at most this part of the other's CPU.
PROMISES = {"list": {"django": 20, "fastapi": 8}, "html": {"django": 20, "fastapi": 8}, "detail": {"django": 8, "fastapi": 5},
            "ics month": {"django": 20, "fastapi": 20}, "create": {"django": 4}}
# Requests a second at which latencies are taken, the same for everyone and few enough for the slowest.
OFFERED = {"list": 100, "html": 100, "detail": 100, "ics month": 20, "create": 50}


def measure(name, runs, secs, only=None):
    peer = PEERS[name]()
    peer.name = name
    peer.setup()
    peer.load()
    peer.start()
    peer.stop()
    peer.start()
    result = {"start_s": peer.start_s, "rss_mib": peers.mem(peer.proc.pid)[0], "works": {}}
    try:
        for work, requests in peer.works().items():
            if work.startswith("sync") or (only and work not in only):
                continue
            status, length, _, body = peers.once(peer.port, requests[0])
            assert status < 300, f"{name}: {work} answers {status}: {body[:300]}"
            found = [peers.wrk(peer.port, requests, secs, peer.pids) for _ in range(runs)]
            assert not any(f["bad"] for f in found), f"{name}: {work} had errors"
            cell = {"cpu_ms": statistics.median(f["cpu_ms"] for f in found), "bytes": length}
            at = offered.run(peer.port, requests, OFFERED[work], secs)
            assert not at["bad"], f"{name}: {work} had {at['bad']} errors at {at['rate']} requests a second"
            result["works"][work] = {**cell, "p50": at["p50"], "p99": at["p99"]}
            print(f"{name:12} {work:10} cpu {cell['cpu_ms']:8.3f} ms/request  at {at['rate']}/s: p50 {at['p50']:6.1f} ms, p99 {at['p99']:6.1f} ms  {length} bytes", flush=True)
    finally:
        peer.stop()
    return result


def grow(engine, millions):
    """The same community with a million events behind it."""
    peer = PEERS["tessera" if engine == "sqlite" else "tessera-pg"]()
    columns = [line for line in (HERE / "event_columns.txt").read_text().split() if line]
    keep = [c for c in columns if c not in ("id", "uid", "starts_at", "ends_at")]
    count = int(millions * 1_000_000)
    per_event = count // (d.N - d.NREC) + 1
    if engine == "sqlite":
        import sqlite3
        db = sqlite3.connect(peer.home / "bench.db")
        # The words of the past are not indexed: the lists that are measured do not search, and an older SQLite
        # library than ours could not write that index.
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'").fetchall()
        for trigger, _ in triggers:
            db.execute(f"DROP TRIGGER {trigger}")
        year = 366 * 86_400_000_000
        db.execute(f"""INSERT INTO events (id, uid, starts_at, ends_at, {', '.join(keep)})
            WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {per_event})
            SELECT randomblob(16), uid || '-' || k, starts_at - k * {year}, ends_at - k * {year}, {', '.join(keep)} FROM events, n WHERE rrule IS NULL LIMIT {count}""")
        for _, sql in triggers:
            db.execute(sql)
        db.execute("UPDATE epochs SET value = value + 1")
        db.commit()
        db.close()
    else:
        sql = f"""INSERT INTO events (id, uid, starts_at, ends_at, {', '.join(keep)})
            SELECT gen_random_uuid(), uid || '-' || k, starts_at - k * interval '366 days', ends_at - k * interval '366 days', {', '.join(keep)}
            FROM events, generate_series(1, {per_event}) k WHERE rrule IS NULL LIMIT {count}; UPDATE epochs SET value = value + 1; ANALYZE"""
        subprocess.run(["psql", "-q", "-h", "127.0.0.1", "-p", "18432", "-U", "peers", "-d", "tessera", "-c", sql], check=True)


def uncached(engine, runs, secs):
    """What a page costs when nothing of it was kept: each request asks for another moment."""
    peer = PEERS["tessera" if engine == "sqlite" else "tessera-pg"]()
    peer.start()
    out = {"start_s": peer.start_s, "rss_mib": peers.mem(peer.proc.pid)[0]}
    try:
        base = d.TODAY.timestamp()
        moments = [time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(base + 7 * k)) for k in range(20000)]
        for work, path in (("list", "/api/events?limit=50&from={}"), ("html", "/?from={}")):
            # The page takes a date; the number behind it makes every request another one.
            requests = [peers.req(path.format(m if work == "list" else m[:10]) + f"&n={k}") for k, m in enumerate(moments)]
            found = [peers.wrk(peer.port, requests, secs, peer.pids) for _ in range(runs)]
            out[work] = statistics.median(f["cpu_ms"] for f in found)
    finally:
        peer.stop()
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--secs", type=int, default=4)
    ap.add_argument("--millions", type=float, default=1.0, help="past events of the growth test")
    ap.add_argument("--peers", default=",".join(PEERS))
    ap.add_argument("--skip-growth", action="store_true")
    ap.add_argument("--series", action="store_true", help="the 200 weekly events as series, on both sides")
    a = ap.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    results = {name: measure(name, a.runs, a.secs) for name in a.peers.split(",")}
    lines = ["| work | " + " | ".join(results) + " |", "|---" * (len(results) + 1) + "|"]
    for work in PROMISES:
        cells = [f"{r['works'][work]['cpu_ms']:.3f}" if work in r["works"] else "–" for r in results.values()]
        lines.append(f"| {work}, CPU ms/request | " + " | ".join(cells) + " |")
    for work, rate in OFFERED.items():
        cells = [f"{r['works'][work]['p50']:.1f} / {r['works'][work]['p99']:.1f}" if work in r["works"] else "–" for r in results.values()]
        lines.append(f"| {work} at {rate} requests/s offered, p50 / p99 ms | " + " | ".join(cells) + " |")
    lines.append("| start on an existing database, s | " + " | ".join(str(r["start_s"]) for r in results.values()) + " |")
    lines.append("| memory at rest, MiB | " + " | ".join(str(r["rss_mib"]) for r in results.values()) + " |")
    lines += ["", "| promise | engine | ratio | kept |", "|---|---|---|---|"]
    kept = True
    for work, others in PROMISES.items():
        for other, factor in others.items():
            for ours, theirs, engine in (("tessera", other, "SQLite"), ("tessera-pg", other + "-pg", "PostgreSQL")):
                if ours in results and theirs in results:
                    ratio = results[theirs]["works"][work]["cpu_ms"] / results[ours]["works"][work]["cpu_ms"]
                    good = ratio >= factor
                    kept &= good
                    lines.append(f"| {work}: at most 1/{factor} of {other} | {engine} | 1/{ratio:.1f} | {'yes' if good else 'NO'} |")
    if not a.skip_growth:
        lines += ["", f"| CPU ms/request, nothing kept | 10,000 events | {a.millions:g} million more in the past | growth |", "|---|---|---|---|"]
        for engine in ("sqlite", "postgres"):
            before = uncached(engine, a.runs, a.secs)
            grow(engine, a.millions)
            after = uncached(engine, a.runs, a.secs)
            for work in ("list", "html"):
                lines.append(f"| {work}, {engine} | {before[work]:.3f} | {after[work]:.3f} | ×{after[work] / before[work]:.2f} |")
            lines.append(f"| start, s, {engine} | {before['start_s']} | {after['start_s']} | |")
    report = "\n".join(lines)
    print("\n" + report)
    (HERE / "out").mkdir(exist_ok=True)
    (HERE / "out" / ("report-series.md" if SERIES else "report.md")).write_text(report + "\n")
    print("\nall promises kept" if kept else "\nNOT all promises kept")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
