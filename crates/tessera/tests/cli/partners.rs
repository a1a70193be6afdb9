use crate::place::Place;
use tessera_testkit::Engine;

const PK: &str = "pk_ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

async fn partners_are_looked_after(engine: Engine) {
    let place = Place::on(engine).await;
    place.run(&["community", "create", "--slug", "torino", "--name", "Moto Club Torino"]).good();
    let laboratory = [
        ("TESSERA_FEDERATION__REQUIRE_HTTPS", "false"),
        ("TESSERA_FEDERATION__ALLOW_PRIVATE_ADDRESSES", "true"),
        ("FEDERATION_ENABLED", "true"),
    ];
    let run = |arguments: &[&str]| place.run_with(&laboratory, arguments);
    assert!(run(&["partner", "list"]).good().err.contains("no partner yet"));
    let add = ["partner", "add", "--name", "MC Roma", "--code", "roma", "--url", "http://127.0.0.1:1"];
    run(&[&add[..], &["--api-key", PK]].concat()).failed(1, "api_secret");
    let made = run(&[&add[..], &["--share", "--json"]].concat()).good().json();
    assert_eq!(
        (made["short_code"].as_str(), made["share_our_events"].as_bool(), made["is_approved"].as_bool()),
        (Some("roma"), Some(true), Some(false)),
        "{made}"
    );
    run(&add).failed(1, "short_code");
    // A secret never goes through an argument.
    run(&["partner", "edit", "roma", "--api-secret", "sk_x"]).failed(2, "--api-secret");
    let secret = format!("sk_{}", "s".repeat(64));
    let edit = ["partner", "edit", "roma", "--api-key", PK, "--api-secret-stdin", "--auto-import", "--json"];
    // https is required where nothing else is said, and what is kept is looked at again with every change.
    place.run_told(&secret, &edit).failed(1, "base_url");
    run(&["partner", "edit", "roma", "--url", "https://mcroma.example"]).good();
    let edited = place.run_told(&secret, &edit).good();
    assert!(!edited.out.contains(&secret));
    assert_eq!(edited.json()["has_api_secret"], true);
    let edited = run(&[
        "partner",
        "edit",
        "roma",
        "--no-share",
        "--no-auto-import",
        "--inactive",
        "--url",
        "http://127.0.0.1:1",
        "--json",
    ])
    .good()
    .json();
    assert_eq!(
        (edited["share_our_events"].as_bool(), edited["is_active"].as_bool()),
        (Some(false), Some(false))
    );
    run(&["partner", "edit", "roma", "--active", "--inactive"]).failed(2, "--inactive");

    let pair = run(&["partner", "generate-key", "roma"]).good();
    let keys = pair.json();
    assert!(
        keys["api_key"].as_str().unwrap().starts_with("pk_")
            && keys["api_secret"].as_str().unwrap().len() == 67
    );
    let shown = run(&["partner", "show", "roma", "--json"]).good();
    assert_eq!(shown.json()["our_key_for_them"], keys["api_key"]);
    assert!(!shown.out.contains(keys["api_secret"].as_str().unwrap()));

    run(&["partner", "edit", "roma", "--active"]).good();
    assert_eq!(run(&["partner", "approve", "roma", "--json"]).good().json()["is_approved"], true);
    let tested = run(&["partner", "test", "roma"]).failed(1, "does not answer");
    assert!(tested.out.contains("FAILED   connection"), "{tested:#?}");
    assert!(run(&["partner", "list"]).good().out.contains("roma"));
    assert!(run(&["partner", "show", "roma"]).good().out.contains("not shared"));
    run(&["partner", "show", "milano"]).failed(1, "no partner milano");
    assert!(run(&["doctor"]).out.contains("partners: 1 active"));
}

#[tokio::test(flavor = "multi_thread")]
async fn partners_are_looked_after_on_sqlite() {
    partners_are_looked_after(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn partners_are_looked_after_on_postgres() {
    partners_are_looked_after(Engine::Postgres).await;
}
