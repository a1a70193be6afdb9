//! The whole rule as a table: kind, visibility and state of an event, what somebody is to it, and what follows.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::access::{Deed, Relation, Sight, may, sight, user_can_edit_event, user_can_view_event};
use super::model::{Content, Event, Kind, State, Visibility};
use super::times::When;
use std::fmt::Write as _;
use tessera_core::ids::{AccountId, EventId};
use tessera_core::{Role, Roles, Standing};
use tessera_web::directory::Community;

const NOBODY: Relation =
    Relation { organiser: false, co_organiser: false, participant: false, guest: false, assignee: false };

fn event(kind: Kind, visibility: Visibility, state: State) -> Event {
    let when = When::Floating { start: "2026-04-15T09:00:00".parse().unwrap(), end: None };
    let content = Content { kind, visibility, ..Content::titled("Rally", when) };
    let (id, organiser) = (EventId(uuid::Uuid::from_u128(7)), AccountId(uuid::Uuid::from_u128(1)));
    let now = "2026-03-01T10:00:00Z".parse().unwrap();
    Event::new(id, &Community::none_yet(), organiser, content, state, now)
}

fn member(roles: &[Role]) -> Standing {
    let roles = roles.iter().fold(Roles::of(&[Role::Member]), |all, role| all.with(*role));
    Standing::Member { roles, operator: false }
}

fn readers() -> Vec<(&'static str, Relation, Standing)> {
    vec![
        ("visitor", NOBODY, Standing::Visitor),
        ("guest", Relation { guest: true, ..NOBODY }, Standing::Visitor),
        ("operator", NOBODY, Standing::Stranger { operator: true }),
        ("member", NOBODY, member(&[])),
        ("participant", Relation { participant: true, ..NOBODY }, member(&[])),
        ("assignee", Relation { assignee: true, ..NOBODY }, member(&[])),
        ("assignee who left", Relation { assignee: true, ..NOBODY }, Standing::Stranger { operator: false }),
        ("other organiser", NOBODY, member(&[Role::Organiser])),
        ("organiser", Relation { organiser: true, ..NOBODY }, member(&[])),
        ("co-organiser", Relation { co_organiser: true, ..NOBODY }, member(&[])),
        ("admin", NOBODY, member(&[Role::Admin])),
    ]
}

const DEEDS: [(Deed, &str); 5] = [
    (Deed::Edit, "edit"),
    (Deed::Publish, "publish"),
    (Deed::Own, "own"),
    (Deed::Invite, "invite"),
    (Deed::Progress, "progress"),
];

fn table(kind: Kind) -> String {
    let mut table = String::new();
    for visibility in [Visibility::Public, Visibility::Private] {
        for state in [State::Published, State::Proposed, State::Draft, State::Deleted] {
            let event = event(kind, visibility, state);
            writeln!(table, "{visibility} {state}").unwrap();
            for (who, relation, standing) in readers() {
                let sees = match sight(&event, relation, standing) {
                    Sight::Seen => "sees",
                    Sight::Missing => "404",
                    Sight::SignInFirst => "401",
                    Sight::NotTheirs => "403",
                };
                let deeds: Vec<&str> = DEEDS
                    .iter()
                    .filter(|(deed, _)| may(&event, relation, standing, *deed))
                    .map(|(_, name)| *name)
                    .collect();
                writeln!(table, "    {who:18} {sees:5} {}", deeds.join(" ")).unwrap();
            }
        }
    }
    table.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn who_sees_an_event_and_does_what_with_it_is_as_the_reviewed_table_says() {
    let event = table(Kind::Event);
    for kind in [Kind::CommunityEvent, Kind::Engagement] {
        assert_eq!(table(kind), event, "{kind} is as any event");
    }
    insta::assert_snapshot!("access_of_events", event);
    insta::assert_snapshot!("access_of_tasks", table(Kind::Task));
}

#[test]
fn to_view_and_to_edit_follow_from_the_same_rule_for_every_kind() {
    for kind in Kind::ALL {
        for visibility in Visibility::ALL {
            for state in State::ALL {
                let event = event(*kind, *visibility, *state);
                for (who, relation, standing) in readers() {
                    let views = user_can_view_event(&event, relation, standing);
                    assert_eq!(views, sight(&event, relation, standing) == Sight::Seen, "{who}");
                    let edits = user_can_edit_event(&event, relation, standing);
                    assert!(views || !edits, "{who} edits what they do not see: {kind} {visibility} {state}");
                    assert!(!edits || may(&event, relation, standing, Deed::Edit), "{who}");
                }
            }
        }
    }
}
