//! What the stories of answering and inviting stand on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::events::{self, Content, Description, Event, Kind, Location, State, Status, Visibility, When};
use tessera_core::ids::{AccountId, EventId};
use tessera_people::{accounts, communities, notifications};
use tessera_testkit::{Actor, Engine, TestApp};
use tessera_web::slice::{Identity, Slice};

pub fn slices() -> Vec<Slice> {
    vec![
        communities::slice(),
        accounts::slice(),
        notifications::slice(),
        crate::events::slice(),
        crate::attachments::slice(),
        crate::categories::slice(),
        crate::tasks::slice(),
        crate::templates::slice(),
        crate::participation::slice(),
        crate::invitations::slice(),
        crate::calendar::slice(),
        crate::entries::slice(),
        crate::share_links::slice(),
        crate::embed::slice(),
    ]
}

pub async fn start(engine: Engine) -> TestApp {
    let identity = Identity {
        communities: communities::all,
        identify: accounts::identify,
        keep_locale: accounts::keep_locale,
    };
    TestApp::start(engine, slices(), identity).await
}

/// A published event two weeks ahead, in Rome.
pub async fn event(
    app: &TestApp,
    organiser: &Actor,
    visibility: Visibility,
    capacity: Option<i64>,
) -> EventId {
    event_of(app, organiser.account_id.unwrap(), visibility, capacity, "Giro dei laghi").await
}

pub async fn event_of(
    app: &TestApp,
    organiser: AccountId,
    visibility: Visibility,
    capacity: Option<i64>,
    title: &str,
) -> EventId {
    let content = Content {
        kind: Kind::Event,
        category: None,
        title: title.to_owned(),
        description: Description::written("Da Como a **Bellagio**."),
        when: When::Zoned {
            start: "2026-04-15T09:00:00".parse().unwrap(),
            end: Some("2026-04-15T18:00:00".parse().unwrap()),
            zone: tessera_calendar::Zone::parse("Europe/Rome").unwrap(),
        },
        location: Location { venue: Some("Piazza Cavour".into()), ..Location::default() },
        visibility,
        status: Status::Scheduled,
        priority: None,
        due_at: None,
        capacity,
        image_url: None,
        recurrence: None,
        details: serde_json::json!({}),
    };
    let community = app.app.community(app.community).await.unwrap().unwrap();
    let event = Event::new(app.app.new_id(), &community, organiser, content, State::Published, app.app.now());
    let tx = app.app.db.write().await.unwrap();
    events::insert(&tx, &event).await.unwrap();
    tx.touch(app.community);
    tx.commit().await.unwrap();
    event.id
}

/// The token in the first mail's link.
pub fn token_in(link: &str, name: &str) -> String {
    let (_, query) = link.split_once('?').unwrap();
    query.split('&').find_map(|p| p.strip_prefix(&format!("{name}="))).unwrap().to_owned()
}
