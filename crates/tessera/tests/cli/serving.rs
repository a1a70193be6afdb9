use crate::place::Place;
use std::net::TcpListener;
use tessera_testkit::Engine;

#[test]
fn the_server_says_what_to_open_answers_and_ends_when_told() {
    let place = Place::new();
    let running = place.serve();
    assert!(running.ready.contains(&format!("http://localhost:{}", place.port)), "{}", running.ready);
    assert!(running.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(running.get("/readyz").contains("\"ready\":true"));
    let said = running.stop().good();
    assert!(!said.err.contains("ERROR"), "{}", said.err);
}

#[tokio::test]
async fn a_worker_beside_the_server_does_what_waits_and_ends_when_told() {
    let place = Place::on(Engine::Postgres).await;
    let worker = place.start("worker");
    assert!(worker.ready.contains("worker is ready"), "{}", worker.ready);
    let running = place.serve();
    assert!(running.get("/readyz").contains("\"ready\":true"));
    running.stop().good();
    worker.stop().good();
}

#[test]
fn a_port_in_use_is_a_clear_error() {
    let place = Place::new();
    let _other = TcpListener::bind(("127.0.0.1", place.port)).unwrap();
    let said = place.run(&["serve"]).failed(1, "in use");
    assert!(said.err.contains(&place.port.to_string()) && said.err.contains("http.listen"), "{said:#?}");
}

#[test]
fn metrics_have_an_address_of_their_own() {
    let (place, metrics) = (Place::new(), Place::new());
    let listen = format!("127.0.0.1:{}", metrics.port);
    std::fs::write(place.path("tessera.toml"), format!("[metrics]\nlisten = \"{listen}\"")).unwrap();
    let running = place.serve();
    running.get("/events");
    let answer = get(metrics.port, "/metrics");
    assert!(answer.contains("tessera_http_requests_total{method=\"GET\""), "{answer}");
    assert!(
        running.get("/metrics").starts_with("HTTP/1.1 404")
            || running.get("/metrics").starts_with("HTTP/1.1 30")
    );
}

fn get(port: u16, path: &str) -> String {
    use std::io::{Read, Write};
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

async fn refuses_a_newer_database(engine: Engine) {
    let place = Place::on(engine).await;
    place.run(&["migrate"]).good();
    let again = place.run(&["migrate", "--json"]).good();
    assert_eq!(again.json()["applied"].as_array().unwrap().len(), 0);
    let (slice, now) = ("from_the_future", if engine == Engine::Sqlite { "0" } else { "now()" });
    let columns = "slice, number, name, checksum, applied_at";
    place.sql(&format!("INSERT INTO migrations ({columns}) VALUES ('{slice}', 1, 'x', 'x', {now})")).await;
    for command in [&["serve"][..], &["migrate"], &["worker"]] {
        place.run(command).failed(1, "newer version");
    }
    assert!(place.run(&["doctor"]).failed(1, "1 problem").out.contains("newer version"));
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_on_sqlite() {
    refuses_a_newer_database(Engine::Sqlite).await;
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_on_postgres() {
    refuses_a_newer_database(Engine::Postgres).await;
}

#[test]
fn without_auto_migrate_the_server_asks_for_it() {
    let place = Place::new();
    let off = [("TESSERA_DATABASE__AUTO_MIGRATE", "false")];
    place.run_with(&off, &["serve"]).failed(1, "tessera migrate");
    place.run_with(&off, &["migrate"]).good();
    assert!(place.run_with(&off, &["doctor"]).good().out.contains("at this version"));
}

#[tokio::test]
async fn sqlite_keeps_a_copy_before_a_migration_changes_it() {
    let place = Place::new();
    place.run(&["migrate"]).good();
    place.sql("CREATE TABLE marker (x INTEGER); DELETE FROM migrations WHERE slice <> 'platform'").await;
    // Those steps are pending again, and fail because their tables are there.
    let said = place.run(&["migrate"]).failed(1, "nothing of it was kept");
    assert!(!said.err.contains("SQLITE_"), "{said:#?}");
    let copies: Vec<_> = std::fs::read_dir(place.dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|n| n.starts_with("tessera.db.before-migration-"))
        .collect();
    assert_eq!(copies.len(), 1, "{copies:?}");
    let copy = Place { url: format!("sqlite://{}", copies[0]), ..place };
    copy.sql("INSERT INTO marker VALUES (1)").await;
}
