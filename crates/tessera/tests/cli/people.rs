use crate::place::Place;

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
