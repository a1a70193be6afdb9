use crate::place::Place;

#[test]
fn every_command_has_help_and_what_is_unknown_is_wrong_use() {
    let place = Place::new();
    let help = place.run(&["--help"]).good().out;
    for command in
        ["serve", "worker", "migrate", "backup", "restore", "doctor", "config", "openapi", "recurrence"]
    {
        assert!(help.contains(command), "{help}");
        let explained = place.run(&[command, "--help"]).good().out;
        assert!(explained.contains("Example") || explained.contains("Commands:"), "{command}: {explained}");
    }
    place.run(&["frobnicate"]).failed(2, "frobnicate");
    place.run(&["serve", "--now"]).failed(2, "--now");
    place.run(&[]).failed(2, "Usage");
    assert!(place.run(&["--version"]).good().out.starts_with("tessera "));
}

#[test]
fn the_generated_configuration_is_valid() {
    let place = Place::new();
    std::fs::write(place.path("tessera.toml"), place.run(&["config", "generate"]).good().out).unwrap();
    assert!(place.run(&["config", "check"]).good().out.contains("tessera.toml"));
    assert_eq!(place.run(&["config", "check", "--json"]).good().json()["valid"], true);
}

#[test]
fn a_mistyped_setting_is_answered_with_the_nearest_one() {
    let place = Place::new();
    std::fs::write(place.path("tessera.toml"), "[http]\nlissen = \"127.0.0.1:1\"\nmax_body = 0\n").unwrap();
    let said = place.run(&["config", "check"]).failed(1, "the nearest is http.listen");
    assert!(said.err.contains("http.max_body"), "both mistakes at once: {said:#?}");
    assert_eq!(
        place.run(&["config", "check", "--json"]).failed(1, "").json()["problems"].as_array().unwrap().len(),
        2
    );
    place.run(&["serve"]).failed(1, "the nearest is http.listen");
    let said = place.run_with(&[("TESSERA_HTTP__LISEN", "x")], &["config", "check"]);
    said.failed(1, "the nearest is TESSERA_HTTP__LISTEN");
    place.run(&["--config", "nowhere.toml", "config", "check"]).failed(1, "nowhere.toml");
}

#[test]
fn the_doctor_finds_nothing_on_a_fresh_server_and_says_what_to_do_on_a_broken_one() {
    let place = Place::new();
    place.run(&["migrate"]).good();
    let said = place.run(&["doctor"]).good();
    assert!(said.out.contains("migrations") && said.out.contains("disk"), "{said:#?}");
    assert_eq!(place.run(&["doctor", "--json"]).good().json()["healthy"], true);

    let url = "postgres://nobody:hunter2@127.0.0.1:1/none";
    let said = place.run_with(&[("TESSERA_DATABASE__URL", url)], &["doctor"]).failed(1, "1 problem");
    assert!(said.out.contains("PROBLEM  database") && said.out.contains("->"), "{said:#?}");
    assert!(!format!("{said:?}").contains("hunter2"), "{said:#?}");

    let said = place.run_with(&[("TESSERA_MAIL__TRANSPORT", "smtp://127.0.0.1:1")], &["doctor"]);
    assert!(said.failed(1, "1 problem").out.contains("PROBLEM  mail"));

    let said = place.run_with(&[("TESSERA_LOG__FORMAT", "yaml")], &["doctor"]).failed(1, "1 problem");
    assert!(said.out.contains("TESSERA_LOG__FORMAT"), "{said:#?}");
}

#[cfg(unix)]
#[test]
fn the_doctor_minds_a_secret_key_that_others_can_read() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let running = place.serve();
    running.stop().good();
    let key = place.path("data/secret.key");
    assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(place.run(&["doctor"]).failed(1, "1 problem").out.contains("chmod 600"));
}

#[test]
fn a_secret_key_that_was_lost_is_noticed() {
    let place = Place::new();
    place.serve().stop().good();
    place.run(&["doctor"]).good();
    std::fs::remove_file(place.path("data/secret.key")).unwrap();
    assert!(place.run(&["doctor"]).good().out.contains("there is none yet"));
    assert!(place.serve().stop().good().err.contains("the secret key is another one"));
    assert!(place.run(&["doctor"]).failed(1, "1 problem").out.contains("PROBLEM  secret key"));
}

#[test]
fn the_api_document_is_printed() {
    let document = Place::new().run(&["openapi"]).good().json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{document}");
    assert_eq!(document["info"]["title"], "Tessera");
}
