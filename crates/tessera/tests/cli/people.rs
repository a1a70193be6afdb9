use crate::place::Place;
use serde_json::json;
use tessera_testkit::Engine;

#[test]
fn communities_are_made_and_listed() {
    let place = Place::new();
    assert!(place.run(&["community", "list"]).good().err.contains("no community yet"));
    let create = ["community", "create", "--slug", "torino", "--name", "Moto Club Torino"];
    let said = place.run(&[&create[..], &["--timezone", "Europe/Rome", "--locale", "it"]].concat()).good();
    assert!(said.out.contains(&format!("http://localhost:{}", place.port)), "{said:#?}");
    let said = place.run(&["community", "list", "--json"]).good().json();
    assert_eq!(
        (said[0]["slug"].as_str(), said[0]["timezone"].as_str()),
        (Some("torino"), Some("Europe/Rome"))
    );
    assert!(place.run(&["community", "list"]).good().out.contains("Moto Club Torino"));

    let said = place.run(&create).failed(1, "slug");
    assert!(!said.err.contains("UNIQUE"), "{said:#?}");
    let wrong = ["community", "create", "--slug", "Roma!", "--name", "", "--timezone", "Mars/Olympus"];
    let said = place.run(&wrong).failed(1, "slug");
    assert!(said.err.contains("name") && said.err.contains("timezone"), "{said:#?}");
    place.run(&["community", "create", "--slug", "x", "--name", "x", "--locale", "tlh"]).failed(2, "tlh");
    place.run(&["community", "create"]).failed(2, "--slug");
}

const PASSWORD: &str = "vier grüne Boote";

fn torino(place: &Place) {
    place.run(&["community", "create", "--slug", "torino", "--name", "Moto Club Torino"]).good();
}

async fn people_are_made(engine: Engine) {
    let place = Place::on(engine).await;
    let ana = ["user", "create", "--email", "Ana@Example.org", "--name", "Ana Rossi", "--role", "admin"];
    place.run(&ana).failed(1, "no community yet");
    torino(&place);
    let made = place.run_told(PASSWORD, &[&ana[..], &["--password-stdin", "--json"]].concat()).good().json();
    assert_eq!(
        (made["email"].as_str(), made["operator"].as_bool()),
        (Some("Ana@example.org"), Some(true)),
        "{made}"
    );
    assert_eq!(made["sign_in_url"], serde_json::Value::Null);
    let bea = ["user", "create", "--email", "bea@example.org", "--name", "Bea", "--role", "organiser"];
    let said = place.run(&bea).good();
    assert!(
        said.out.contains(&format!("http://localhost:{}/", place.port)) && said.out.contains("token="),
        "{said:#?}"
    );

    let running = place.serve();
    let login = json!({ "email": "ana@example.org", "password": PASSWORD });
    assert!(running.post("/api/auth/login", &login).starts_with("HTTP/1.1 200"));
    let reset = place.run(&["user", "reset-password", "ana@example.org"]).good();
    assert!(reset.out.contains("token="), "{reset:#?}");
    assert!(running.post("/api/auth/login", &login).starts_with("HTTP/1.1 401"));
    running.stop().good();

    let said = place.run(&["user", "set-role", "bea@example.org", "--role", "staff", "--json"]).good().json();
    assert_eq!(said["roles"], json!(["staff", "member"]), "{said}");
    place.run(&["user", "set-role", "ana@example.org", "--role", "member"]).failed(1, "admin");
    let listed = place.run(&["user", "list", "--json"]).good().json();
    let names: Vec<_> = listed.as_array().unwrap().iter().map(|m| m["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Ana Rossi", "Bea"], "{listed}");
    assert!(place.run(&["user", "list", "--community", "torino"]).good().out.contains("bea@example.org"));
    place.run(&["user", "set-role", "nobody@example.org", "--role", "staff"]).failed(1, "nobody@example.org");
}

#[tokio::test]
async fn people_are_made_given_roles_and_let_in_again_on_sqlite() {
    people_are_made(Engine::Sqlite).await;
}

#[tokio::test]
async fn people_are_made_given_roles_and_let_in_again_on_postgres() {
    people_are_made(Engine::Postgres).await;
}

#[test]
fn what_does_not_fit_a_person_is_said() {
    let place = Place::new();
    torino(&place);
    let create = |email, role| ["user", "create", "--email", email, "--name", "Ana", "--role", role];
    place.run(&create("ana@example.org", "king")).failed(2, "the roles are admin");
    place.run(&create("not an address", "admin")).failed(1, "email");
    let told = [&create("ana@example.org", "admin")[..], &["--password-stdin"]].concat();
    place.run_told("short", &told).failed(1, "password");
    place.run_told("ana@example.org", &told).failed(1, "password");
    // With a second community, it has to be said which one is meant.
    place.run(&["community", "create", "--slug", "roma", "--name", "Roma"]).good();
    place.run(&create("ana@example.org", "admin")).failed(2, "--community SLUG: torino, roma");
    let there = [&create("ana@example.org", "admin")[..], &["--community", "milano"]].concat();
    place.run(&there).failed(1, "no community milano");
    let roma = [&create("ana@example.org", "admin")[..], &["--community", "roma"]].concat();
    place.run(&roma).good();
    // The same person in the other community keeps the one account.
    let torino = [&create("ana@example.org", "member")[..], &["--community", "torino"]].concat();
    assert!(place.run(&torino).good().out.contains("Had an account already"));
}
