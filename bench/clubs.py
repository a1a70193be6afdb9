#!/usr/bin/env python3
"""Measures how long it takes until the 10,000 events of one Tessera stand in another: the first sync, one that finds
nothing changed, and one that finds a single event changed; on SQLite, and on PostgreSQL where BENCH_POSTGRES names one.
Prints seconds, requests and the server's peak memory. BENCH_BINARY names the program, built with --release."""
import argparse, datetime as dt, json, os, pathlib, shutil, signal, subprocess, sys, tempfile, time, urllib.request

BINARY = pathlib.Path(os.environ.get("BENCH_BINARY", "target/release/tessera"))
PASSWORD = "bench bench bench bench"
PROMISED_SECONDS = 3.0


class Server:
    def __init__(self, home, name, port, database):
        self.home, self.name, self.port = home / name, name, port
        self.home.mkdir(parents=True)
        self.url = f"http://localhost:{port}"
        self.env = {
            **os.environ,
            "TESSERA_HTTP__LISTEN": f"127.0.0.1:{port}", "TESSERA_HTTP__BASE_URL": self.url,
            "TESSERA_DATA_DIR": str(self.home / "data"), "TESSERA_MAIL__TRANSPORT": "log",
            "TESSERA_DATABASE__URL": database or f"sqlite://{self.home}/bench.db",
            "TESSERA_FEDERATION__ENABLED": "true", "TESSERA_FEDERATION__ALLOW_PRIVATE_ADDRESSES": "true",
            "TESSERA_FEDERATION__REQUIRE_HTTPS": "false", "TESSERA_FEDERATION__MAX_EVENTS_PER_SYNC": "1000",
        }

    def cli(self, *args, **more):
        done = subprocess.run([str(BINARY), *args], capture_output=True, text=True, env=self.env, cwd=self.home, **more)
        assert done.returncode == 0, f"tessera {' '.join(args)}: {done.stderr}"
        return done.stdout

    def start(self):
        self.cli("community", "create", "--slug", self.name, "--name", self.name.title(), "--timezone", "Europe/Rome")
        self.cli("user", "create", "--email", "ada@example.org", "--name", "Ada", "--role", "admin", "--password-stdin", input=PASSWORD)
        # Without background work: what is measured is the one sync that is asked for.
        self.process = subprocess.Popen([str(BINARY), "serve", "--no-worker"], env=self.env, cwd=self.home,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                urllib.request.urlopen(f"{self.url}/healthz")
                break
            except OSError:
                time.sleep(0.05)
        self.token = self.call("POST", "/api/auth/login", {"email": "ada@example.org", "password": PASSWORD})["token"]

    def call(self, method, path, body=None):
        headers = {"Content-Type": "application/json"}
        if getattr(self, "token", None):
            headers["Authorization"] = f"Bearer {self.token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method, headers=headers)
        with urllib.request.urlopen(request) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


def calendar(count):
    """That many events over the coming year, as a file to import."""
    start = dt.datetime.now(dt.timezone.utc).replace(microsecond=0) + dt.timedelta(days=2)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for n in range(count):
        at = start + dt.timedelta(minutes=n * 360 * 1440 // count)
        lines += ["BEGIN:VEVENT", f"UID:bench-{n}@bench", f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}", f"DTSTART:{at:%Y%m%dT%H%M%SZ}",
                  f"DTEND:{at + dt.timedelta(hours=2):%Y%m%dT%H%M%SZ}", f"SUMMARY:Ride number {n}", "LOCATION:Piazza Castello\\, Torino",
                  "DESCRIPTION:" + "We leave at eight. " * 20, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def pair(serving, asking):
    """Lets `asking` have the events of `serving`, with documented keys."""
    theirs = serving.call("POST", "/api/partners", {"name": "Asking", "short_code": asking.name, "base_url": asking.url,
                                                    "is_active": True, "is_approved": True, "share_our_events": True})
    keys = serving.call("POST", f"/api/partners/{theirs['id']}/generate-key")
    asking.call("POST", "/api/partners", {"name": "Serving", "short_code": serving.name, "base_url": serving.url,
                                          "api_key": keys["api_key"], "api_secret": keys["api_secret"],
                                          "is_active": True, "is_approved": True, "auto_import": True})


def sync(server):
    """Seconds of a whole run of the command, its peak memory in MiB, and what it says."""
    began = time.monotonic()
    command = ["/usr/bin/time", "-f", "%M", str(BINARY), "sync-federation", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=server.env, cwd=server.home)
    seconds = time.monotonic() - began
    assert done.returncode == 0, done.stderr
    return seconds, int(done.stderr.split()[-1]) / 1024, json.loads(done.stdout)[0]


def measure(name, events, databases):
    home = pathlib.Path(tempfile.mkdtemp(prefix="tessera-clubs-", dir="/var/tmp"))
    serving, asking = (Server(home, who, port, db) for who, port, db in zip(("serving", "asking"), (8150, 8151), databases))
    try:
        serving.start()
        asking.start()
        file = home / "events.ics"
        file.write_text(calendar(events))
        serving.cli("import", "ics", str(file), "--visibility", "public")
        pair(serving, asking)
        rows = [("first", *sync(asking)), ("nothing changed", *sync(asking))]
        one = serving.call("GET", "/api/events?limit=1")[0]
        serving.call("PATCH", f"/api/events/{one['id']}", {"title": "Another name"})
        rows.append(("one changed", *sync(asking)))
        for what, seconds, mib, said in rows:
            print(f"{name:10} {what:16} {seconds:6.2f} s  {said['requests']:3} requests  {mib:5.0f} MiB  "
                  f"{said['outcome']}, {said['new']} new, {said['changed']} changed, {said['cancelled']} cancelled")
        assert rows[0][3]["new"] == events and rows[1][3]["requests"] == 1, rows
        return rows[0][1]
    finally:
        for server in (serving, asking):
            if hasattr(server, "process"):
                server.stop()
        shutil.rmtree(home, ignore_errors=True)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--events", type=int, default=10_000)
    o = p.parse_args()
    slowest = measure("SQLite", o.events, (None, None))
    postgres = os.environ.get("BENCH_POSTGRES")
    if postgres:
        names = ("tessera_clubs_serving", "tessera_clubs_asking")
        for name in names:
            subprocess.run(["psql", "-qd", f"{postgres}/postgres", "-c", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", "-c", f"CREATE DATABASE {name}"], check=True)
        slowest = max(slowest, measure("PostgreSQL", o.events, [f"{postgres}/{name}" for name in names]))
    print(f"promised: {PROMISED_SECONDS} s for a first sync of 10,000; the slowest took {slowest:.2f} s")
    return 0 if slowest <= PROMISED_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
