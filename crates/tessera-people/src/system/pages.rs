//! The operators' page, and making another community.

use super::store;
use crate::communities::choices::{
    hue_choices, locale_choices, newcomer_choices, registration_choices, zones,
};
use crate::communities::service::{self, By};
use crate::communities::{DEFAULT_HUE, RawCommunity, Slug};
use crate::trail::words::{Told, tell};
use crate::trail::{count_mails, count_words};
use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use tessera_core::ids::JobId;
use tessera_core::{Access, Role, Roles};
use tessera_platform::config::MailTransport;
use tessera_platform::db::{Engine, SERVER};
use tessera_platform::{audit, jobs};
use tessera_web::body::{Form as Posted, Path};
use tessera_web::confirm::{self, Question};
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_refused};
use tessera_web::ui::{Choice, Form, Icon};
use tessera_web::words::key;
use tessera_web::{Cx, Error, Refusal, Routes, flash};

const SYSTEM: &str = "/manage/system";
const MOST_DEAD: u64 = 50;

pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/manage/system", Access::Operator, look)
        .get("/manage/system/communities/new", Access::Operator, new_community)
        .post("/manage/system/communities/new", Access::Operator, make_community)
        .post("/manage/system/jobs/{id}/retry", Access::Operator, retry)
        .post("/manage/system/jobs/{id}/drop", Access::Operator, drop_letter)
}

struct CommunityRow {
    name: String,
    url: String,
    members: String,
    since: String,
}

struct DeadLetter {
    id: String,
    kind: String,
    attempts: String,
    why: String,
    when: String,
}

#[derive(Template)]
#[template(path = "system/pages/system.html")]
struct SystemPage {
    layout: Layout,
    communities: Vec<CommunityRow>,
    backlog: String,
    dead: Vec<DeadLetter>,
    mail_counts: Vec<(&'static str, String)>,
    failed: Vec<(String, String, String)>,
    facts: Vec<(&'static str, String)>,
    is_healthy: bool,
    told: Vec<Told>,
}

async fn look(cx: Cx) -> Result<Response, Error> {
    let words = cx.words();
    let read = cx.app.db.read();
    let zone = cx.zone();
    let (due, oldest) = jobs::backlog(&read, cx.now()).await?;
    let behind = oldest.map(|t| words.relative(t, cx.now())).unwrap_or_default();
    let backlog = if due == 0 {
        words.t("system-no-backlog").to_owned()
    } else {
        words.args("system-backlog", &[("count", due.into()), ("since", behind.into())])
    };
    let dead = jobs::list_dead(&read, MOST_DEAD).await?;
    let dead = dead.into_iter().map(|j| DeadLetter {
        id: j.id.to_string(),
        kind: j.kind,
        attempts: words.t1("system-attempts", ("count", j.attempts)),
        why: j.last_error.unwrap_or_default(),
        when: words.date_time(j.created_at, &zone),
    });
    let failed = store::list_failed_mails(&read).await?;
    let failed = failed.into_iter().map(|m| (m.domain, m.why, words.date_time(m.created_at, &zone)));
    let migrated = cx.app.db.check_migrated(&cx.app.migrations()).await.is_ok();
    let is_slow = oldest.is_some_and(|t| cx.now().since(t).as_secs() > 900);
    show(&SystemPage {
        layout: cx.manage_layout(words.t("system-title")),
        communities: community_rows(&cx).await?,
        backlog,
        dead: dead.collect(),
        mail_counts: count_words(&words, &count_mails(&read, None).await?),
        failed: failed.collect(),
        facts: facts(&cx),
        is_healthy: migrated && !is_slow,
        told: tell(&cx, &read, &audit::list(&read, SERVER, None, 20).await?).await?,
    })
}

async fn community_rows(cx: &Cx) -> Result<Vec<CommunityRow>, Error> {
    let words = cx.words();
    let counts = store::count_members(&cx.app.db.read()).await?;
    let all = cx.app.communities().await?;
    let rows = all.iter().map(|c| {
        let members = counts.iter().find(|(id, _)| *id == c.id).map_or(0, |(_, n)| *n);
        CommunityRow {
            name: c.name.clone(),
            url: cx.app.base_url(c),
            members: words.number(members),
            since: words.short_date(c.created_at.timestamp().to_zoned(cx.zone()).date()),
        }
    });
    Ok(rows.collect())
}

/// What runs here, by the keys of their labels.
fn facts(cx: &Cx) -> Vec<(&'static str, String)> {
    let words = cx.words();
    let engine = match cx.app.db.engine() {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    };
    let transport = match cx.app.config.mail.transport {
        MailTransport::Smtp(_) => "SMTP".to_owned(),
        MailTransport::File(_) => words.t("system-mail-file").to_owned(),
        MailTransport::Log => words.t("system-mail-log").to_owned(),
    };
    vec![
        (key("system-version"), env!("CARGO_PKG_VERSION").to_owned()),
        (key("system-database"), engine.to_owned()),
        (key("system-mail-transport"), transport),
        (key("system-address"), cx.app.config.http.base_url.to_string()),
    ]
}

#[derive(Template)]
#[template(path = "system/pages/community.html")]
struct CommunityPage {
    layout: Layout,
    form: Form,
    locales: Vec<Choice>,
    registrations: Vec<Choice>,
    newcomers: Vec<Choice>,
    hues: Vec<(u16, String)>,
    zones: Vec<String>,
}

impl CommunityPage {
    fn hue_is(&self, hue: &u16) -> bool {
        self.form.value("hue") == hue.to_string()
    }
}

async fn new_community(cx: Cx) -> Result<Response, Error> {
    let form = Form::new()
        .with("timezone", cx.community.timezone.clone())
        .with("locale", cx.community.locale.code())
        .with("hue", DEFAULT_HUE.to_string())
        .with("registration", "open");
    show(&community_page(&cx, form))
}

fn community_page(cx: &Cx, form: Form) -> CommunityPage {
    let words = cx.words();
    CommunityPage {
        layout: cx.manage_layout(words.t("system-new-community")),
        form,
        locales: locale_choices(),
        registrations: registration_choices(&words),
        newcomers: newcomer_choices(&words),
        hues: hue_choices(&words),
        zones: zones(),
    }
}

#[derive(Debug, Default, Deserialize)]
struct PostedCommunity {
    #[serde(default)]
    name: String,
    #[serde(default)]
    slug: String,
    #[serde(default)]
    host: String,
    #[serde(default)]
    timezone: String,
    #[serde(default)]
    locale: String,
    #[serde(default)]
    hue: String,
    #[serde(default)]
    registration: String,
    #[serde(default)]
    newcomers_may_be: Vec<String>,
}

impl PostedCommunity {
    fn raw(&self) -> RawCommunity {
        let slug = if self.slug.trim().is_empty() { Slug::suggest(&self.name) } else { self.slug.clone() };
        RawCommunity {
            name: self.name.clone(),
            slug,
            host: self.host.clone(),
            timezone: self.timezone.clone(),
            locale: self.locale.clone(),
            hue: self.hue.clone(),
            registration: self.registration.clone(),
            newcomers_may_be: self.newcomers_may_be.clone(),
            ..RawCommunity::default()
        }
    }

    fn kept(&self) -> Form {
        Form::from_pairs(self.newcomers_may_be.iter().map(|r| ("newcomers_may_be", r.as_str())))
            .with("name", self.name.clone())
            .with("slug", self.slug.clone())
            .with("host", self.host.clone())
            .with("timezone", self.timezone.clone())
            .with("locale", self.locale.clone())
            .with("hue", self.hue.clone())
            .with("registration", self.registration.clone())
    }
}

/// Whoever makes a community is its first admin.
async fn make_community(cx: Cx, Posted(posted): Posted<PostedCommunity>) -> Result<Response, Error> {
    let account = cx.signed_in()?.account_id;
    let done = async {
        let new = posted.raw().parse_new().map_err(Refusal::invalid)?;
        let tx = cx.app.db.write().await?;
        let made = service::create(&tx, by(&cx), &new).await?;
        let roles = Roles::of(&[Role::Member, Role::Organiser, Role::Admin]);
        service::join(&tx, cx.app.clock(), made.id, account, roles).await?;
        tx.commit().await.map_err(Error::from)
    };
    match done.await {
        Ok(()) => Ok(flash::redirect(SYSTEM, key("system-flash-made"))),
        Err(e) => {
            let mut form = posted.kept();
            let refusal = cx.refuse_form(&mut form, e)?;
            show_refused(&community_page(&cx, form), &refusal)
        }
    }
}

fn by(cx: &Cx) -> By<'_> {
    By { clock: cx.app.clock(), actor: cx.account_id() }
}

async fn retry(cx: Cx, Path(id): Path<JobId>) -> Result<Response, Error> {
    let tx = cx.app.db.write().await?;
    store::wait_again(&tx, id).await?;
    if !jobs::revive(&tx, id, cx.now()).await? {
        return Err(Refusal::not_found().way_back(SYSTEM).into());
    }
    service::note(&tx, by(&cx), SERVER, "job.retry", format!("job:{id}"), serde_json::json!({})).await?;
    tx.commit().await?;
    Ok(flash::redirect(SYSTEM, key("system-flash-retried")))
}

#[derive(Debug, Deserialize)]
struct Confirmed {
    #[serde(default)]
    confirmed: String,
}

async fn drop_letter(
    cx: Cx,
    Path(id): Path<JobId>,
    Posted(posted): Posted<Confirmed>,
) -> Result<Response, Error> {
    let words = cx.words();
    if posted.confirmed != "yes" {
        let question = Question {
            title: words.t("system-drop").to_owned(),
            what: words.t("system-drop-what").to_owned(),
            button: words.t("system-drop").to_owned(),
            action: format!("{SYSTEM}/jobs/{id}/drop"),
            back: SYSTEM.to_owned(),
            kept: vec![],
        };
        return confirm::ask(&cx, question);
    }
    let tx = cx.app.db.write().await?;
    if !store::delete_dead(&tx, id).await? {
        return Err(Refusal::not_found().way_back(SYSTEM).into());
    }
    service::note(&tx, by(&cx), SERVER, "job.drop", format!("job:{id}"), serde_json::json!({})).await?;
    tx.commit().await?;
    Ok(flash::redirect(SYSTEM, key("system-flash-dropped")))
}
