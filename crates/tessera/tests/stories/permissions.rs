//! Who may use what: every route, asked by everybody, as one file that people review.

use super::start;
use http::Method;
use std::fmt::Write as _;
use tessera_core::Role;
use tessera_core::ids::{AccountId, CommunityId, EventId, InvitationId, ParticipationId};
use tessera_platform::tokens::Token;
use tessera_testkit::{Actor, TestApp, TestResponse, both_engines};
use tessera_web::routes::{Kind, Rule};

const ACTORS: [&str; 12] = [
    "visitor",
    "guest",
    "unverified",
    "member",
    "staff",
    "promoter",
    "other organiser",
    "organiser",
    "co-organiser",
    "admin",
    "operator",
    "other community",
];

/// What a route is asked about: made afresh for every question, so that none changes the answer to the next.
struct World<'a> {
    app: &'a TestApp,
    milano: CommunityId,
    owner: AccountId,
    number: u32,
}

impl World<'_> {
    async fn actor(&mut self, who: &str, event: EventId) -> (Actor, String) {
        self.number += 1;
        let name = format!("{who} {}", self.number);
        let app = self.app;
        let actor = match who {
            "visitor" => app.visitor(),
            "guest" => return (app.visitor(), format!("guest={}", self.guest_of(event).await)),
            "unverified" => app.unverified(&name, &[Role::Organiser]).await,
            "member" => app.member(&name, &[]).await,
            "staff" => app.member(&name, &[Role::Staff]).await,
            "promoter" => app.member(&name, &[Role::Promoter]).await,
            "other organiser" => app.member(&name, &[Role::Organiser]).await,
            "organiser" => app.sign_in(self.owner, app.community, "localhost:8080", "owner").await,
            "co-organiser" => self.co_organiser(&name, event).await,
            "admin" => app.member(&name, &[Role::Admin]).await,
            "operator" => app.operator(&name).await,
            _ => {
                let there = app.member_of(self.milano, "milano.localhost:8080", &name, &[Role::Admin]).await;
                there.at("localhost:8080")
            }
        };
        (actor, String::new())
    }

    async fn co_organiser(&self, name: &str, event: EventId) -> Actor {
        let actor = self.app.member(name, &[]).await;
        let sql = "INSERT INTO event_co_organisers (event_id, account_id, added_at) VALUES (?, ?, ?)";
        self.app.execute(sql, vec![event.into(), actor.account_id.into(), self.app.app.now().into()]).await;
        actor
    }

    async fn guest_of(&self, event: EventId) -> String {
        let token = Token::random("gst");
        let now = self.app.app.now();
        let sql = "INSERT INTO participations (id, community_id, event_id, guest_email, guest_email_key, guest_name, \
                   guest_token_hash, status, confirmed, created_at, updated_at) \
                   VALUES (?, ?, ?, ?, ?, 'Guest', ?, 'going', ?, ?, ?)";
        let email = format!("guest{}@example.org", self.number);
        let id: ParticipationId = self.app.app.new_id();
        let values = vec![
            id.into(),
            self.app.community.into(),
            event.into(),
            email.clone().into(),
            email.into(),
            token.hash().into(),
            true.into(),
            now.into(),
            now.into(),
        ];
        self.app.execute(sql, values).await;
        token.reveal().to_owned()
    }

    async fn event(&mut self, visibility: &str) -> EventId {
        self.number += 1;
        let id: EventId = self.app.app.new_id();
        let (now, starts) =
            (self.app.app.now(), self.app.app.now().plus(jiff::SignedDuration::from_hours(240)));
        let sql = "INSERT INTO events (id, community_id, uid, kind, title, description_source, description_html, \
                   search_text, place_key, starts_at, ends_at, starts_local, ends_local, timezone, all_day, visibility, \
                   state, status, rdates, exdates, recurrence_id, organiser_id, details, sequence, version, created_at, updated_at) \
                   VALUES (?, ?, ?, 'event', 'Rally', '', '', 'rally', '', ?, ?, '2026-04-11T12:00:00', '2026-04-11T13:00:00', \
                   'Europe/Rome', ?, ?, 'published', 'EventScheduled', '[]', '[]', '', ?, '{}', 0, 1, ?, ?)";
        let values = vec![
            id.into(),
            self.app.community.into(),
            format!("{id}@test").into(),
            starts.into(),
            starts.plus(jiff::SignedDuration::from_hours(1)).into(),
            false.into(),
            visibility.into(),
            self.owner.into(),
            now.into(),
            now.into(),
        ];
        self.app.execute(sql, values).await;
        id
    }

    /// The path with its parameters filled in.
    fn path(&self, rule: &Rule, event: EventId) -> String {
        let unknown = uuid::Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0bad);
        let parts = rule.path.split('/').map(|part| match part {
            "{id}" | "{event_id}" if rule.path.contains("/events/") => event.to_string(),
            "{id}.ics" => format!("{event}.ics"),
            p if p.starts_with('{') && p.ends_with(".ics}") => format!("{event}.ics"),
            p if p.starts_with("{token") => "unknown-token".into(),
            p if p.starts_with('{') && p.ends_with('}') => InvitationId(unknown).to_string(),
            p => p.to_owned(),
        });
        parts.collect::<Vec<_>>().join("/")
    }

    async fn ask(&self, actor: &Actor, rule: &Rule, path: &str) -> TestResponse {
        match (&rule.method, rule.kind) {
            (&Method::GET, _) => actor.get(path).await,
            (_, Kind::Page) => actor.submit(path, &[]).await,
            (method, _) => actor.json(method.clone(), path, serde_json::json!({}), &[]).await,
        }
    }
}

/// `401`, `200`…; where a page leads to the sign-in, that.
fn outcome(answer: &TestResponse) -> String {
    if answer.location().starts_with("/sign-in") {
        "sign-in".into()
    } else {
        answer.status.as_u16().to_string()
    }
}

async fn matrix(app: &TestApp) -> String {
    let milano = app.add_community("milano", "Moto Club Milano").await;
    let owner = app.account("owner", true, false).await;
    app.join(app.community, owner, &[Role::Organiser]).await;
    let mut world = World { app, milano, owner, number: 0 };
    let mut out = String::new();
    let rules = app.rules.clone();
    for rule in rules.all() {
        let about_events = rule.path.contains("/events/{");
        let kinds: &[&str] = if about_events { &["public", "private"] } else { &["public"] };
        for visibility in kinds {
            let about = if about_events { format!(" ({visibility} event)") } else { String::new() };
            let scope = rule.scope.map(|s| format!(", scope {s}")).unwrap_or_default();
            writeln!(out, "{} {}{about} [{}{scope}]", rule.method, rule.path, rule.access).unwrap();
            let mut answers: Vec<(String, Vec<&str>)> = Vec::new();
            for who in ACTORS {
                let event = world.event(visibility).await;
                let (actor, query) = world.actor(who, event).await;
                let mut path = world.path(rule, event);
                if !query.is_empty() {
                    path = format!("{path}?{query}");
                }
                let answer = world.ask(&actor, rule, &path).await;
                assert!(
                    answer.status.as_u16() < 500 || answer.status.as_u16() == 503,
                    "{who}: {} {path}: {}",
                    rule.method,
                    answer.text()
                );
                let outcome = outcome(&answer);
                match answers.iter_mut().find(|(o, _)| *o == outcome) {
                    Some((_, whos)) => whos.push(who),
                    None => answers.push((outcome, vec![who])),
                }
            }
            answers.sort();
            for (outcome, whos) in answers {
                let whos = if whos.len() == ACTORS.len() { "everybody".into() } else { whos.join(", ") };
                writeln!(out, "    {outcome:8} {whos}").unwrap();
            }
        }
    }
    out
}

both_engines! { start;
    async fn everybody_is_answered_as_the_reviewed_matrix_says(app: TestApp) {
        insta::assert_snapshot!("permissions", matrix(&app).await);
    }

    async fn what_a_cookie_authorises_is_refused_without_the_token_of_the_page(app: TestApp) {
        let admin = app.member("ana", &[Role::Admin]).await;
        let rules = app.rules.clone();
        let unknown = uuid::Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0bad).to_string();
        for rule in rules.all() {
            if rule.method == Method::GET {
                continue;
            }
            // What a secret in the address decides is nothing that a cookie authorises.
            if rule.from_anywhere {
                assert!(rule.path.contains("{token}") && rule.access == tessera_core::Access::Anyone, "{}", rule.path);
                continue;
            }
            let path: Vec<_> = rule.path.split('/').map(|p| if p.starts_with('{') { unknown.as_str() } else { p }).collect();
            let path = path.join("/");
            for (kind, body) in [
                ("application/x-www-form-urlencoded", "name=x"),
                ("application/json", "{}"),
                ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n--b--\r\n"),
            ] {
                let request = admin.request(rule.method.clone(), &path).header("content-type", kind).body(body.to_owned()).unwrap();
                let status = admin.send(request).await.status.as_u16();
                // A route that takes files may find out first that there is nothing to put them to; then nothing
                // was read of the body.
                let refused = matches!(status, 403 | 415) || (rule.takes_files && status == 404);
                assert!(refused, "{} {path} with {kind} answers {status}", rule.method);
            }
        }
    }
}
