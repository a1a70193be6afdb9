use crate::place::Place;
use tessera_testkit::Engine;

/// A place with a marker in its database and a picture in its folder.
async fn filled(engine: Engine) -> Place {
    let place = Place::on(engine).await;
    place.serve().stop().good();
    place.sql("CREATE TABLE marker (x INTEGER)").await;
    place.sql("INSERT INTO marker VALUES (1)").await;
    std::fs::create_dir_all(place.path("data/images/aa")).unwrap();
    std::fs::write(place.path("data/images/aa/picture.jpg"), "pixels").unwrap();
    place
}

async fn survives_a_round(engine: Engine) {
    let place = filled(engine).await;
    let key = std::fs::read_to_string(place.path("data/secret.key")).unwrap();
    let running = place.serve();
    let said = place.run(&["backup", "b.tar.gz", "--json"]).good();
    assert!(said.json()["files"].as_u64().unwrap() >= 3, "{said:#?}");
    place.run(&["backup", "b.tar.gz"]).failed(1, "exists already");
    // Not while the server runs, and not over what is there without being told.
    place.run(&["restore", "b.tar.gz"]).failed(1, "--force");
    place.run(&["restore", "b.tar.gz", "--force"]).failed(1, "has the database open");
    running.stop().good();

    place.sql("DROP TABLE marker").await;
    std::fs::remove_file(place.path("data/images/aa/picture.jpg")).unwrap();
    std::fs::write(place.path("data/secret.key"), "another key, of more than thirty-two characters").unwrap();
    let said = place.run(&["restore", "b.tar.gz", "--force"]).good();
    assert!(said.out.contains(".before-restore-"), "{said:#?}");
    place.sql("INSERT INTO marker VALUES (2)").await;
    assert_eq!(std::fs::read_to_string(place.path("data/images/aa/picture.jpg")).unwrap(), "pixels");
    assert_eq!(std::fs::read_to_string(place.path("data/secret.key")).unwrap(), key);
    let names: Vec<String> = std::fs::read_dir(place.dir.path())
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(names.iter().any(|n| n.starts_with("data.before-restore-")), "{names:?}");
    assert!(!names.iter().any(|n| n.starts_with('.')), "nothing unfinished stays behind: {names:?}");
    place.serve().stop().good();
    place.run(&["doctor"]).good();

    // And in another place, where nothing is.
    let elsewhere = Place::on(engine).await;
    let file = place.path("b.tar.gz").display().to_string();
    elsewhere.run(&["restore", &file]).good();
    elsewhere.sql("INSERT INTO marker VALUES (3)").await;
    elsewhere.serve().stop().good();
}

#[tokio::test]
async fn a_backup_made_while_the_server_runs_comes_back_on_sqlite() {
    survives_a_round(Engine::Sqlite).await;
}

#[tokio::test]
async fn a_backup_made_while_the_server_runs_comes_back_on_postgres() {
    survives_a_round(Engine::Postgres).await;
}

#[tokio::test]
async fn a_database_inside_the_data_folder_is_kept_apart_from_the_uploads() {
    let place = Place { url: "sqlite://data/tessera.db".into(), ..Place::new() };
    std::fs::create_dir_all(place.path("data")).unwrap();
    place.serve().stop().good();
    place.sql("CREATE TABLE marker (x INTEGER)").await;
    let written = place.run(&["backup", "b.tar.gz", "--json"]).good().json();
    assert_eq!(written["files"], 2, "the database once, and the key: {written}");
    place.sql("DROP TABLE marker").await;
    place.run(&["restore", "b.tar.gz", "--force"]).good();
    place.sql("INSERT INTO marker VALUES (1)").await;
    place.serve().stop().good();
}

#[tokio::test]
async fn what_is_no_backup_changes_nothing() {
    let place = filled(Engine::Sqlite).await;
    place.run(&["backup", "b.tar.gz"]).good();
    let whole = std::fs::read(place.path("b.tar.gz")).unwrap();
    std::fs::write(place.path("half.tar.gz"), &whole[..whole.len() / 2]).unwrap();
    std::fs::write(place.path("text.tar.gz"), "hello").unwrap();
    for file in ["half.tar.gz", "text.tar.gz", "nowhere.tar.gz"] {
        place.run(&["restore", file, "--force"]).failed(1, file);
    }
    place.sql("INSERT INTO marker VALUES (2)").await;
    assert!(place.path("data/images/aa/picture.jpg").exists());
}

#[tokio::test]
async fn a_backup_of_the_other_engine_or_of_the_future_is_refused() {
    let (sqlite, postgres) = (filled(Engine::Sqlite).await, Place::on(Engine::Postgres).await);
    sqlite.run(&["backup", "b.tar.gz"]).good();
    let file = sqlite.path("b.tar.gz").display().to_string();
    postgres.run(&["restore", &file]).failed(1, "this backup is of sqlite");

    sqlite.sql("INSERT INTO migrations (slice, number, name, checksum, applied_at) VALUES ('future', 1, 'x', 'x', 0)").await;
    sqlite.run(&["backup", "newer.tar.gz"]).good();
    let file = sqlite.path("newer.tar.gz").display().to_string();
    Place::new().run(&["restore", &file]).failed(1, "newer version");
}

#[cfg(unix)]
#[tokio::test]
async fn a_backup_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let place = filled(Engine::Sqlite).await;
    place.run(&["backup", "b.tar.gz"]).good();
    let mode = std::fs::metadata(place.path("b.tar.gz")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    Place::new().run(&["backup", "b.tar.gz"]).failed(1, "there is no database");
    place.run(&["backup", "/nowhere/at/all/b.tar.gz"]).failed(1, "/nowhere/at/all");
}
