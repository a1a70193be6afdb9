use crate::place::Place;
use tessera_testkit::Engine;

const CLUB: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n\
    BEGIN:VEVENT\r\nUID:rally\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Rome:20260415T090000\r\nSUMMARY:Spring Rally\r\nX-KEEP:1\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:board\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260416\r\nCLASS:PRIVATE\r\nSUMMARY:Board\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:broken\r\nSUMMARY:No start\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

async fn calendars_go_in_and_out(engine: Engine) {
    let place = Place::on(engine).await;
    place.run(&["community", "create", "--slug", "torino", "--name", "Moto Club Torino"]).good();
    place.run(&["user", "create", "--email", "ana@example.org", "--name", "Ana", "--role", "admin"]).good();
    std::fs::write(place.path("club.ics"), CLUB).unwrap();
    std::fs::write(place.path("photo.ics"), "no calendar").unwrap();

    let said = place.run(&["import", "ics", "club.ics", "--community", "torino"]).good();
    assert!(said.out.contains("club.ics:18: VEVENT broken left out: It has no start."), "{said:#?}");
    assert!(said.out.contains("2 new, 0 changed, 0 unchanged, 1 left out"), "{said:#?}");
    let said = place.run(&["import", "ics", "club.ics", "--json"]).good().json();
    assert_eq!((said[0]["unchanged"].as_u64(), said[0]["created"].as_u64()), (Some(2), Some(0)), "{said}");

    // A file that is none is named, and the other is imported nevertheless.
    let said = place
        .run(&["import", "ics", "photo.ics", "club.ics"])
        .failed(1, "photo.ics: This is no calendar file");
    assert!(said.out.contains("2 unchanged"), "{said:#?}");
    place.run(&["import", "ics", "nowhere.ics"]).failed(1, "nowhere.ics");
    place.run(&["import", "ics", "club.ics", "--as", "nobody@example.org"]).failed(1, "nobody@example.org");
    place.run(&["import", "ics"]).failed(2, "FILE");
    place
        .run_with(&[("TESSERA_HTTP__MAX_IMPORT", "100")], &["import", "ics", "club.ics"])
        .failed(1, "larger than");

    let public = place.run(&["export", "ics", "--community", "torino"]).good().out;
    assert!(
        public.contains("UID:rally\r\n") && public.contains("X-KEEP:1\r\n") && !public.contains("UID:board"),
        "{public}"
    );
    place.run(&["export", "ics", "--include-private", "--output", "all.ics"]).good();
    let all = std::fs::read_to_string(place.path("all.ics")).unwrap();
    assert!(all.contains("UID:board\r\n") && all.ends_with("END:VCALENDAR\r\n"), "{all}");
    let again = place.run(&["import", "ics", "all.ics", "--json"]).good().json();
    assert_eq!(
        (again[0]["unchanged"].as_u64(), again[0]["skipped_count"].as_u64()),
        (Some(2), Some(0)),
        "{again}"
    );
    place.run(&["export", "ics", "--output", "no/such/folder.ics"]).failed(1, "folder");
}

#[tokio::test]
async fn calendars_go_in_and_out_on_sqlite() {
    calendars_go_in_and_out(Engine::Sqlite).await;
}

#[tokio::test]
async fn calendars_go_in_and_out_on_postgres() {
    calendars_go_in_and_out(Engine::Postgres).await;
}
