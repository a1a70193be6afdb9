//! The list of partners, the addresses that wait because of failures, and our own signing key.

use super::{LIST, path, sentence};
use crate::clubs::partners::model::{FAILURES_TOLD, Partner};
use crate::clubs::partners::service::{self, By};
use crate::clubs::partners::signing;
use crate::clubs::serving::gate::{self, FAILURES};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use std::collections::BTreeMap;
use tessera_core::ids::PartnerId;
use tessera_platform::audit::{self, Deed};
use tessera_web::body::Form as Posted;
use tessera_web::confirm::{self, Question};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::show;
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Icon, initials};
use tessera_web::words::{Words, key};
use tessera_wire::pairing::readable_fingerprint;

/// One partner of the list.
struct Row {
    path: String,
    name: String,
    host: String,
    logo: Option<String>,
    face: String,
    state: State,
    is_approved: bool,
    is_active: bool,
    last_sync: String,
    trouble: String,
    events: String,
}

/// A state as a badge.
pub(super) struct State {
    pub class: &'static str,
    pub icon: Icon,
    pub text: String,
}

pub(super) fn state(cx: &Cx, words: &Words, partner: &Partner) -> State {
    let badge = |class, icon, text: String| State { class, icon, text };
    if !partner.is_active {
        badge("", Icon::Lock, words.t("partners-state-inactive").to_owned())
    } else if !partner.is_approved {
        badge("warn", Icon::Clock, words.t("partners-state-waiting").to_owned())
    } else if let Some(since) = partner.failing_since.filter(|_| partner.failures >= FAILURES_TOLD) {
        let since = words.relative(since, cx.now());
        badge("bad", Icon::Alert, words.t1("partners-state-failing", ("since", since)))
    } else {
        badge("good", Icon::Check, words.t("partners-state-active").to_owned())
    }
}

#[derive(Template)]
#[template(path = "partners/pages/list.html")]
struct ListPage {
    layout: Layout,
    rows: Vec<Row>,
    is_on: bool,
    blocked: Vec<String>,
    fingerprint: String,
    next_key: Option<String>,
}

/// `GET /manage/partners`
pub async fn show_list(cx: Cx) -> Result<Response, Error> {
    let by = By::of(&cx);
    let words = cx.words();
    let events = service::count_events(by).await?;
    let rows = service::list(by).await?.iter().map(|p| row(&cx, &words, p, &events)).collect();
    let is_on = cx.app.config.federation.enabled;
    let prefix = format!("{} ", cx.community_id());
    let blocked = FAILURES.list_exceeded(&cx.app.db.read(), &prefix, cx.now(), 100).await?;
    let keys = if is_on {
        signing::published(&cx.app, &cx.community).await.map_err(anyhow::Error::from)?
    } else {
        Vec::new()
    };
    let now = cx.now().timestamp();
    let current = keys.iter().filter(|key| key.is_valid_at(now)).max_by_key(|key| key.not_before);
    let next = keys.iter().find(|key| key.not_before > now);
    let page = ListPage {
        rows,
        is_on,
        blocked: blocked.iter().filter_map(|s| s.strip_prefix(&prefix)).map(str::to_owned).collect(),
        fingerprint: current.map(|key| readable_fingerprint(&key.public_key)).unwrap_or_default(),
        next_key: next.map(|key| {
            let begins = tessera_core::Instant::new(key.not_before);
            words.t1("partners-own-next", ("when", words.date_time(begins, &cx.zone())))
        }),
        layout: cx.manage_layout(words.t("partners-title")),
    };
    show(&page)
}

fn row(cx: &Cx, words: &Words, partner: &Partner, events: &BTreeMap<PartnerId, u64>) -> Row {
    let count = events.get(&partner.id).copied().unwrap_or(0);
    Row {
        path: path(partner.id),
        name: partner.name.clone(),
        host: partner.host().to_owned(),
        logo: partner.logo_path(),
        face: initials(&partner.name),
        state: state(cx, words, partner),
        is_approved: partner.is_approved,
        is_active: partner.is_active,
        last_sync: match partner.last_sync {
            Some(at) => words.relative(at, cx.now()),
            None => words.t("partners-never").to_owned(),
        },
        trouble: partner.trouble().map(|t| sentence(words, t)).unwrap_or_default(),
        events: words.number(i64::try_from(count).unwrap_or(i64::MAX)),
    }
}

/// Which address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Address {
    address: String,
}

/// `POST /manage/partners/forgive`: lets an address ask again.
pub async fn post_forgive(cx: Cx, Posted(posted): Posted<Address>) -> Result<Response, Error> {
    let address = posted.address.parse().map_err(|_| Refusal::not_found())?;
    let tx = cx.app.db.write().await?;
    FAILURES.forgive(&tx, &gate::subject(cx.community_id(), address), cx.now()).await?;
    note(&cx, &tx, "partner.forgive").await?;
    tx.commit().await?;
    Ok(flash::redirect(LIST, key("partners-flash-forgiven")))
}

async fn note(cx: &Cx, tx: &tessera_platform::db::Write, action: &str) -> Result<(), Error> {
    let deed = Deed {
        community: cx.community_id(),
        actor: cx.account_id(),
        action,
        subject: format!("community:{}", cx.community_id()),
        details: serde_json::json!({}),
    };
    Ok(audit::record(tx, cx.app.clock(), deed).await?)
}

/// Whether the question was answered.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Confirmed {
    pub confirmed: String,
}

/// `POST /manage/partners/rotate`: publishes a new signing key of ours, which takes over in a week.
pub async fn post_rotate(cx: Cx, Posted(posted): Posted<Confirmed>) -> Result<Response, Error> {
    if !cx.app.config.federation.enabled {
        return Err(Refusal::new(409, "federation_off").way_back(LIST).into());
    }
    if posted.confirmed != "yes" {
        let words = cx.words();
        let question = Question {
            title: words.t("partners-own-rotate").to_owned(),
            what: words.t("partners-own-rotate-what").to_owned(),
            button: words.t("partners-own-rotate").to_owned(),
            action: "/manage/partners/rotate".to_owned(),
            back: LIST.to_owned(),
            kept: vec![],
        };
        return confirm::ask(&cx, question);
    }
    let tx = cx.app.db.write().await?;
    if signing::rotate(&cx.app, &tx, &cx.community).await.map_err(anyhow::Error::from)? {
        note(&cx, &tx, "partner.rotate_own").await?;
    }
    tx.commit().await?;
    Ok(flash::redirect(LIST, key("partners-flash-rotated")))
}
