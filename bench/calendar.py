#!/usr/bin/env python3
"""Measures a month of /api/calendar, 500 entries, in a community of a million events and a hundred thousand series and in
one a tenth of its size, on both engines: server CPU per request, and latencies at a fixed rate of requests. What is large
is the rest: the month holds the same in both. Prints the plans of the queries too. Called by bench/calendar."""
import argparse, datetime as dt, glob, http.client, json, os, pathlib, re, shutil, signal, sqlite3, subprocess, sys, time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import offered  # noqa: E402

BINARY = pathlib.Path(os.environ["BENCH_BINARY"])
POSTGRES = os.environ.get("BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
UTC = dt.timezone.utc
TODAY = dt.datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
FROM, DAYS = TODAY + dt.timedelta(days=7), 30
# Nothing else begins or ends in these days before and after the month, so that it can be asked for from any moment of them.
MARGIN, PAST, COMING = 5, 3650, 300
SINGLES, WEEKLY = 250, 50
DAY = 86_400
PASSWORD = "bench bench bench bench"
PROMISED_GROWTH, PROMISED_P99 = 1.3, 20
HZ = os.sysconf("SC_CLK_TCK")


def iso(t):
    return t.strftime("%Y-%m-%dT%H:%M:%SZ")


class Sqlite:
    name = "SQLite"

    def __init__(self, home):
        self.file = home / "bench.db"
        self.url = f"sqlite://{self.file}"

    def fresh(self):
        for f in glob.glob(f"{self.file}*"):
            os.remove(f)

    def connect(self):
        return sqlite3.connect(self.file)

    def one(self, sql):
        with self.connect() as db:
            return db.execute(sql).fetchall()

    def run(self, statements):
        db = self.connect()
        db.execute("PRAGMA synchronous = OFF")
        # Lists that are measured do not search, and an older SQLite library than ours could not write the index of words.
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'").fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        for sql in statements:
            db.execute(sql)
        for _, sql in triggers:
            db.execute(sql)
        db.commit()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()

    # The numbers of a series, the instant and the texts that a moment in seconds has.
    numbers = staticmethod(lambda count: f"(WITH RECURSIVE n(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < {count} - 1) SELECT k FROM n)")
    instant = staticmethod(lambda seconds: f"({seconds}) * 1000000")
    local = staticmethod(lambda seconds: f"strftime('%Y-%m-%dT%H:%M:%S', {seconds}, 'unixepoch')")
    stamp = staticmethod(lambda seconds: f"strftime('%Y%m%dT%H%M%SZ', {seconds}, 'unixepoch')")
    id = "randomblob(16)"
    true = "1"

    def literal(self, value):
        if isinstance(value, dt.datetime):
            return str(int(value.timestamp()) * 1_000_000)
        return f"x'{value.replace('-', '')}'" if isinstance(value, str) else "NULL" if value is None else str(value)

    def plan(self, sql):
        rows = self.one("EXPLAIN QUERY PLAN " + sql)
        depth, lines = {0: 0}, []
        for row in rows:
            depth[row[0]] = depth.get(row[1], 0) + 1
            lines.append("  " * depth[row[0]] + row[3])
        return lines

    def pids(self):
        return []

    def id_of(self, raw):
        return raw.hex()


class Postgres:
    name = "PostgreSQL"
    database = "tessera_bench_calendar"

    def __init__(self, home):
        self.url = f"{POSTGRES.rstrip('/')}/{self.database}"

    def psql(self, sql, url=None):
        # Plans are made as for the server's own connections (crates/tessera-platform/src/db/mod.rs).
        as_ours = {**os.environ, "PGOPTIONS": "-c timezone=UTC -c jit=off -c max_parallel_workers_per_gather=0"}
        done = subprocess.run(["psql", "-qtA", "-F", "\t", "-v", "ON_ERROR_STOP=1", url or self.url, "-c", sql], capture_output=True, text=True, env=as_ours)
        assert done.returncode == 0, done.stderr
        return [line.split("\t") for line in done.stdout.splitlines() if line]

    def fresh(self):
        other = f"{POSTGRES.rstrip('/')}/postgres"
        self.psql(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)", other)
        self.psql(f"CREATE DATABASE {self.database} TEMPLATE template0 ENCODING 'UTF8'", other)

    def one(self, sql):
        return self.psql(sql)

    def run(self, statements):
        for sql in statements:
            self.psql(f"SET synchronous_commit = off; {sql}")
        self.psql("VACUUM ANALYZE")

    numbers = staticmethod(lambda count: f"(SELECT k::bigint AS k FROM generate_series(0, {count} - 1) AS k)")
    instant = staticmethod(lambda seconds: f"to_timestamp({seconds})")
    local = staticmethod(lambda seconds: f"to_char(to_timestamp({seconds}) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS')")
    stamp = staticmethod(lambda seconds: f"to_char(to_timestamp({seconds}) AT TIME ZONE 'UTC', 'YYYYMMDD\"T\"HH24MISS\"Z\"')")
    id = "gen_random_uuid()"
    true = "true"

    def literal(self, value):
        if isinstance(value, dt.datetime):
            return f"timestamptz '{iso(value)}'"
        return f"uuid '{value}'" if isinstance(value, str) else "NULL" if value is None else str(value)

    def plan(self, sql):
        return [row[0] for row in self.psql("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) " + sql)]

    def pids(self):
        """The processes of this server that answer for this database: others on the machine may use the same server."""
        return [int(row[0]) for row in self.psql(f"SELECT pid FROM pg_stat_activity WHERE datname = '{self.database}' AND application_name = 'tessera'")]

    def id_of(self, raw):
        return raw.replace("-", "")


class Server:
    def __init__(self, engine, home, port, **more):
        self.engine, self.port = engine, port
        self.env = {
            **os.environ, **more,
            "TESSERA_HTTP__LISTEN": f"127.0.0.1:{port}",
            "TESSERA_HTTP__BASE_URL": f"http://localhost:{port}",
            "TESSERA_DATA_DIR": str(home / "data"),
            "TESSERA_DATABASE__URL": engine.url,
            "TESSERA_MAIL__TRANSPORT": "log",
            "TESSERA_LOG__FORMAT": "json",
        }
        self.log = home / "server.log"

    def cli(self, *args, **more):
        done = subprocess.run([str(BINARY), *args], capture_output=True, text=True, env=self.env, **more)
        assert done.returncode == 0, f"tessera {' '.join(args)}: {done.stderr}"
        return done.stdout

    def __enter__(self):
        self.proc = subprocess.Popen([str(BINARY), "serve"], env=self.env, stdout=open(self.log, "w"), stderr=subprocess.STDOUT)
        for _ in range(6000):
            try:
                if self.ask("GET", "/readyz")[0] < 500:
                    return self
            except OSError:
                pass
            assert self.proc.poll() is None, self.log.read_text()
            time.sleep(0.02)
        raise SystemExit("the server does not get ready")

    def __exit__(self, *_):
        self.proc.send_signal(signal.SIGTERM)
        self.proc.wait(30)

    def ask(self, method, path, body=None, token=None):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"Content-Type": "application/json", "Host": "localhost"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        line.request(method, path, json.dumps(body) if body else None, headers)
        answer = line.getresponse()
        text = answer.read()
        return answer.status, json.loads(text) if text[:1] in (b"{", b"[") else text

    def cpu(self):
        total = 0
        for pid in [self.proc.pid, *self.engine.pids()]:
            try:
                fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            total += sum(map(int, fields[11:13])) / HZ
        return total


def load(engine, home, port, events, series):
    """One event and one series are made by the service; the rest are these again, at other times."""
    engine.fresh()
    server = Server(engine, home, port)
    server.cli("migrate")
    server.cli("community", "create", "--slug", "bench", "--name", "Bench", "--timezone", "UTC", "--locale", "en")
    server.cli("user", "create", "--email", "bench@example.org", "--name", "Bench", "--role", "organiser", "--password-stdin", input=PASSWORD + "\n")
    away = TODAY - dt.timedelta(days=PAST + 30)
    with server:
        token = server.ask("POST", "/api/auth/login", {"email": "bench@example.org", "password": PASSWORD})[1]["token"]
        ids = []
        for rule in (None, "FREQ=WEEKLY;COUNT=10"):
            event = {"title": "Open garden concert", "description": "open garden concert reading " * 9, "location": {"venue": "12 market street"},
                     "starts_at": iso(away), "ends_at": iso(away + dt.timedelta(minutes=90)), "timezone": "Etc/UTC"}
            if rule:
                event["recurrence"] = {"rrule": rule}
            status, made = server.ask("POST", "/api/events", event, token)
            assert status == 201, made
            ids.append(made["id"])
            status, done = server.ask("POST", f"/api/events/{made['id']}/publish", None, token)
            assert status < 300 or status == 409, done
    single, series_id = ids
    engine.run(statements(engine, single, series_id, events, series))
    return server


def elsewhere(k, span_before, span_after, count):
    """A moment outside of the month and its margins, spread evenly: first what is past, then what is to come."""
    month = int(FROM.timestamp())
    span = span_before + span_after
    at = f"(({k}) * {span * DAY // max(1, count)})"
    begin = month - (span_before + MARGIN) * DAY
    jump = (DAYS + 2 * MARGIN) * DAY
    return f"({begin} + {at} + CASE WHEN {at} >= {span_before * DAY} THEN {jump} ELSE 0 END)"


def statements(engine, single, series_id, events, series):
    columns = (HERE / "event_columns.txt").read_text().split()
    kept = [c for c in columns if c not in ("id", "uid", "starts_at", "ends_at", "starts_local", "ends_local", "rrule")]
    month = int(FROM.timestamp())
    ids = [engine.literal(i) for i in (single, series_id)]

    def copies(what, like, count, start, rule):
        end = f"({start}) + CASE WHEN k % 500 = 7 AND {start} NOT BETWEEN {month - 9 * DAY} AND {month + (DAYS + 9) * DAY} AND '{what}' = 'e' THEN {3 * DAY} ELSE 5400 END"
        return f"""INSERT INTO events (id, uid, starts_at, ends_at, starts_local, ends_local, rrule, {', '.join(kept)})
            SELECT {engine.id}, '{what}' || k || '@bench', {engine.instant(start)}, {engine.instant(end)}, {engine.local(start)}, {engine.local(end)},
            {rule}, {', '.join('like_.' + c for c in kept)} FROM {engine.numbers(count)} AS n CROSS JOIN events like_ WHERE like_.id = {like}"""

    # Singles: those of the month are scattered among all the others, as far from each other as they can be.
    stride = events // SINGLES
    in_month = f"{month} + k / {stride} * {DAYS * DAY // SINGLES}"
    start = f"(CASE WHEN k % {stride} = 3 THEN {in_month} ELSE {elsewhere('k', PAST, COMING, events)} END)"
    out = [copies("e", ids[0], events, start, "NULL")]
    # Series: fifty weekly ones without an end with five dates in the month each; weekly ones that end, everywhere else
    # (their ten weeks end before the month); and ones of every 52nd week without an end, in other weeks.
    ended, rare = (series - WEEKLY) * 7 // 10, (series - WEEKLY) - (series - WEEKLY) * 7 // 10
    weekly = f"({month} - 140 * {DAY} + k * 600)"
    out.append(copies("w", ids[1], WEEKLY, weekly, "'FREQ=WEEKLY'"))
    out.append(copies("c", ids[1], ended, f"({month} - ({MARGIN} + 70 + {PAST}) * {DAY} + (k * {PAST * DAY // max(1, ended)}))", "'FREQ=WEEKLY;COUNT=10'"))
    other = 364 - DAYS - 2 * MARGIN
    first = f"({month} + ({DAYS + MARGIN}) * {DAY} + (k * {other * DAY // max(1, rare)}) - (1 + k % 9) * {364 * DAY})"
    out.append(copies("r", ids[1], rare, first, "'FREQ=WEEKLY;INTERVAL=52'"))
    return out + index(engine)


def index(engine):
    """What the service notes of a series (crates/tessera-agenda/src/events/series/index.rs), for these three sorts."""
    now = int(time.time())
    behind, ahead = now - 400 * DAY, now + 730 * DAY
    micro = "1" if engine.name == "SQLite" else "interval '1 microsecond'"
    start = "e.starts_at / 1000000" if engine.name == "SQLite" else "extract(epoch FROM e.starts_at)::bigint"
    mine = lambda letter: f"e.uid LIKE '{letter}%@bench' AND e.rrule IS NOT NULL"

    def dates(letter, count, step, rule):
        at = f"({start} + k * {step})"
        return f"""INSERT INTO occurrences (event_id, occurrence, shown_id, community_id, starts_at, ends_at, is_public)
            SELECT e.id, {engine.stamp(at)}, e.id, e.community_id, {engine.instant(at)}, {engine.instant(at + ' + 5400')}, {engine.true}
            FROM events e CROSS JOIN {engine.numbers(count)} AS n WHERE {mine(letter)} AND {rule(at)}"""

    week, year = 7 * DAY, 364 * DAY
    from_ = f"CASE WHEN {start} < {behind} THEN {engine.instant(behind)} END"
    tenth = f"({start} + (({now} - {start} + {year} - 1) / {year} + 9) * {year})"
    # A horizon that is far away is moved on after half of the way, or when half a year of two is left.
    wait = f"({ahead} - {now} - 730 * {DAY} + 180 * {DAY})"
    head = "INSERT INTO series (event_id, community_id, organiser_id, indexed_from, indexed_until, last_start, extend_at) SELECT e.id, e.community_id, e.organiser_id"
    return [
        f"{head}, {from_}, {engine.instant(ahead)}, NULL, {engine.instant(f'{now} + {wait}')} FROM events e WHERE {mine('w')}",
        f"{head}, {from_}, NULL, {engine.instant(f'{start} + 9 * {week}')}, NULL FROM events e WHERE {mine('c')}",
        f"{head}, {from_}, {engine.instant(tenth)} + {micro}, NULL, {engine.instant(f'{tenth} - 550 * {DAY}')} FROM events e WHERE {mine('r')}",
        dates("w", 300, week, lambda at: f"{at} >= {behind} AND {at} < {ahead}"),
        dates("c", 10, week, lambda at: f"{at} >= {behind}"),
        dates("r", 20, year, lambda at: f"{at} >= {behind} AND {at} <= {tenth}"),
        "UPDATE epochs SET value = value + 1",
    ]


def is_as_the_service_writes(engine, server):
    """Lets the service index some series of each sort anew: their rows must stay what they are."""
    picked = []
    for letter in "wcr":
        picked += [row[0] for row in engine.one(f"SELECT e.id FROM events e WHERE e.uid LIKE '{letter}%1@bench' AND e.rrule IS NOT NULL ORDER BY e.uid LIMIT 12")]
    lit = [engine.literal(engine.id_of(i)) for i in picked]
    these = f"event_id IN ({', '.join(lit)})"
    rows = lambda: sorted(map(tuple, engine.one(f"SELECT event_id, occurrence, shown_id, starts_at, ends_at, is_public FROM occurrences WHERE {these}")))
    notes = lambda: sorted(map(tuple, engine.one(f"SELECT event_id, indexed_from IS NULL, indexed_until IS NULL, last_start FROM series WHERE {these}")))
    left = lambda: engine.one(f"SELECT count(*) FROM series WHERE {these} AND extend_at = {engine.instant('1')}")[0][0]
    before = rows(), notes()
    now = [f"UPDATE series SET extend_at = {engine.instant('1')} WHERE {these}", "UPDATE schedules SET next_at = " + engine.instant("1")]
    if engine.name == "SQLite":
        with engine.connect() as db:
            for sql in now:
                db.execute(sql)
    else:
        for sql in now:
            engine.psql(sql)
    with server:
        for _ in range(600):
            if int(left()) == 0:
                break
            time.sleep(0.2)
    assert int(left()) == 0, "the service did not index them in time"
    after = rows(), notes()
    for a, b in zip(before, after):
        assert a == b, f"the service writes other rows: {sorted(set(a) ^ set(b))[:6]}"
    return len(picked), len(before[0])


def requests(count, host="localhost"):
    """The same month, from another moment of the empty days before it each time, so that no answer is one kept."""
    end = iso(FROM + dt.timedelta(days=DAYS))
    path = "/api/calendar?start={}&end=" + end
    moment = lambda k: iso(FROM - dt.timedelta(seconds=k % (2 * DAY)))
    return [{"m": "GET", "p": path.format(moment(k)), "h": {"Accept-Encoding": "identity"}, "b": None} for k in range(count)]


def measure(engine, server, rate, secs, runs):
    with server:
        some = requests(int(rate * secs) * (runs + 1))
        status, entries = server.ask("GET", some[0]["p"])
        assert status == 200 and len(entries) == SINGLES + 5 * WEEKLY, f"{status}, {len(entries)} entries"
        size = len(json.dumps(entries))
        offered.run(server.port, some[: int(rate)], rate, 1)
        cells = {}
        for kind in ("computed", "kept"):
            found = []
            for run in range(runs):
                asked = some[(run + 1) * int(rate * secs):] if kind == "computed" else [some[0]]
                before = server.cpu()
                at = offered.run(server.port, asked, rate, secs)
                found.append({**at, "cpu_ms": 1000 * (server.cpu() - before) / (rate * secs)})
                assert not at["bad"], f"{at['bad']} errors"
            found.sort(key=lambda f: f["cpu_ms"])
            cells[kind] = {**found[len(found) // 2], "p99": min(f["p99"] for f in found), "p50": min(f["p50"] for f in found)}
        cells["bytes"] = size
        return cells


def queries(engine, server, home):
    """The statements that a month is answered with, as the server notes them, with what it asks for filled in."""
    logged = Server(engine, home, server.port, RUST_LOG="sqlx=debug")
    with logged:
        logged.ask("GET", requests(3)[2]["p"])
    found = []
    for line in logged.log.read_text().splitlines():
        try:
            note = json.loads(line)
        except ValueError:
            continue
        text = note.get("db.statement") or note.get("summary") or ""
        if "occurrences" in text and "AS page" in text or "indexed_until <" in text:
            found.append(" ".join(text.split()))
    return [filled(engine, sql) for sql in dict.fromkeys(found)]


def filled(engine, sql):
    community = engine.id_of(engine.one("SELECT id FROM communities LIMIT 1")[0][0])
    start, end = FROM, FROM + dt.timedelta(days=DAYS)
    day = dt.timedelta(days=1)

    def value(before):
        if before.endswith("LIMIT "):
            return 5001
        if before.endswith("OFFSET "):
            return 0
        name, sign = re.search(r"(\w+) (>=|<=|<|>|=) $", before).groups()
        if name in ("community_id",):
            return community
        if name == "account_id":
            return None
        if name == "event_id":
            return "0" * 32
        if name == "indexed_from" or name == "ends_at":
            return start
        if name == "indexed_until" or sign == "<":
            return end if not before.rstrip().endswith("ends_at > ? AND o.starts_at <") else start - day
        return start if " OR " in before[-24:] else start - day

    out, position = "", 0
    for hole in re.finditer(r"\?|\$\d+", sql):
        out += sql[position:hole.start()]
        out += engine.literal(value(out))
        position = hole.end()
    return out + sql[position:]


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--events", type=int, default=1_000_000)
    ap.add_argument("--series", type=int, default=100_000)
    ap.add_argument("--engines", default="sqlite,postgres")
    ap.add_argument("--rate", type=int, default=100, help="requests a second")
    ap.add_argument("--secs", type=int, default=20)
    ap.add_argument("--runs", type=int, default=3)
    ap.add_argument("--port", type=int, default=18240)
    ap.add_argument("--home", type=pathlib.Path, default=pathlib.Path("/var/tmp/tessera-bench-calendar"))
    ap.add_argument("--keep", action="store_true", help="measure what was loaded the last time")
    ap.add_argument("--plans-only", action="store_true")
    a = ap.parse_args()
    kept, lines, plans = True, [], []
    lines += ["| engine | events | series | CPU ms/request | p50 / p99 ms at %d/s | kept: CPU ms, p50 / p99 |" % a.rate, "|---|---|---|---|---|---|"]
    for which in a.engines.split(","):
        cost = []
        for part in (10, 1):
            events, series = a.events // part, a.series // part
            home = a.home / f"{which}-{part}"
            home.mkdir(parents=True, exist_ok=True)
            engine = {"sqlite": Sqlite, "postgres": Postgres}[which](home)
            if which == "postgres":
                engine.database += f"_{part}"
                engine.url = f"{POSTGRES.rstrip('/')}/{engine.database}"
            begun = time.time()
            if a.keep:
                server = Server(engine, home, a.port)
            else:
                server = load(engine, home, a.port, events, series)
                some, rows = is_as_the_service_writes(engine, server)
                print(f"{engine.name}: {events:,} events, {series:,} series in {time.time() - begun:.0f} s; "
                      f"{some} series indexed anew by the service: the same {rows} rows", flush=True)
            if not a.plans_only:
                found = measure(engine, server, a.rate, a.secs, a.runs)
                now, then = found["computed"], found["kept"]
                cost.append(now["cpu_ms"])
                lines.append(f"| {engine.name} | {events:,} | {series:,} | {now['cpu_ms']:.2f} | {now['p50']:.1f} / {now['p99']:.1f} | {then['cpu_ms']:.2f}, {then['p50']:.1f} / {then['p99']:.1f} |")
                print(lines[-1], flush=True)
                if part == 1:
                    growth = cost[1] / cost[0]
                    for promise, good in ((f"{engine.name}: ×{growth:.2f} of the CPU with ten times as much, promised ×{PROMISED_GROWTH}", growth <= PROMISED_GROWTH),
                                          (f"{engine.name}: p99 {now['p99']:.1f} ms, promised {PROMISED_P99} ms", now["p99"] < PROMISED_P99)):
                        kept &= good
                        plans.append(f"{'kept' if good else 'NOT KEPT'}: {promise}")
            if part == 1:
                for number, sql in enumerate(queries(engine, server, home), 1):
                    plans += ["", f"Plan {number} on {engine.name}:", *("    " + line for line in engine.plan(sql))]
    report = "\n".join(lines + [""] + plans)
    print("\n" + report)
    (HERE / "out").mkdir(exist_ok=True)
    (HERE / "out" / "calendar.md").write_text(report + "\n")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
