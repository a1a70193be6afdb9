//! The pages: how to subscribe, a feed of one's own, and importing a file in three steps: choose, look, import.

use super::feeds::webcal;
use super::import::{LeftOut, Report, Shown};
use super::service;
use super::store::{self, ImportRow, Stage};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use bytes::Bytes;
use tessera_core::ids::ImportId;
use tessera_web::body::{Form as Posted, Path, Upload, upload_refusal};
use tessera_web::confirm::{self, Question};
use tessera_web::cx::Cx;
use tessera_web::flash;
use tessera_web::layout::Layout;
use tessera_web::page::{show, show_invalid};
use tessera_web::refusal::{Error, Refusal};
use tessera_web::ui::{Choice, Form, Icon};

#[derive(Template)]
#[template(path = "calendar/pages/subscribe.html")]
struct SubscribePage {
    layout: Layout,
    ics: String,
    webcal: String,
    atom: String,
    json: String,
    /// A member, who may have a feed of their own.
    is_member: bool,
    /// Made just now, and shown this once.
    made: Option<String>,
    made_webcal: String,
    /// Since when they have one, as a sentence.
    since: Option<String>,
}

async fn subscribe_page(cx: &Cx, made: Option<String>) -> Result<SubscribePage, Error> {
    let words = cx.words();
    let member = cx.member().ok().map(|m| m.account_id());
    let since = match member {
        Some(account) if made.is_none() => {
            store::find_feed(&cx.app.db.read(), cx.community_id(), account).await?
        }
        _ => None,
    };
    let (ics, atom, json) =
        (cx.url("/feeds/events.ics"), cx.url("/feeds/events.atom"), cx.url("/feeds/events.json"));
    let mut layout = cx.layout(words.t("calendar-subscribe-title"));
    layout.meta.feeds = vec![
        ("text/calendar", ics.clone(), words.t("calendar-subscribe-address").to_owned()),
        ("application/atom+xml", atom.clone(), words.t("calendar-subscribe-atom").to_owned()),
        ("application/feed+json", json.clone(), words.t("calendar-subscribe-json").to_owned()),
    ];
    Ok(SubscribePage {
        layout,
        webcal: webcal(&ics),
        ics,
        atom,
        json,
        is_member: member.is_some(),
        made_webcal: made.as_deref().map(webcal).unwrap_or_default(),
        made,
        since: since.map(|at| {
            let date = words.date(at.timestamp().to_zoned(cx.zone()).date());
            words.t1("calendar-mine-since", ("date", date))
        }),
    })
}

/// `GET /calendar/subscribe`
pub async fn subscribe(cx: Cx) -> Result<Response, Error> {
    show(&subscribe_page(&cx, None).await?)
}

/// `POST /calendar/subscribe/mine`: answered with the page itself, because the address is shown this once.
pub async fn make_feed(cx: Cx, Posted(sent): Posted<Confirmed>) -> Result<Response, Error> {
    let account = cx.member()?.account_id();
    let had_one = store::find_feed(&cx.app.db.read(), cx.community_id(), account).await?.is_some();
    if had_one && !sent.is_confirmed() {
        let words = cx.words();
        return confirm::ask(
            &cx,
            Question {
                title: words.t("calendar-mine-renew").to_owned(),
                what: words.t("calendar-mine-renew-confirm").to_owned(),
                button: words.t("calendar-mine-renew").to_owned(),
                action: "/calendar/subscribe/mine".into(),
                back: "/calendar/subscribe".into(),
                ..Question::default()
            },
        );
    }
    let url = service::make_feed(&cx).await?;
    let mut response = show(&subscribe_page(&cx, Some(url)).await?)?;
    response
        .headers_mut()
        .insert(http::header::CACHE_CONTROL, http::HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// What the buttons of this page send.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Confirmed {
    #[serde(default)]
    confirmed: Option<String>,
}

impl Confirmed {
    fn is_confirmed(&self) -> bool {
        self.confirmed.as_deref() == Some("yes")
    }
}

/// `POST /calendar/subscribe/mine/revoke`
pub async fn revoke_feed(cx: Cx, Posted(sent): Posted<Confirmed>) -> Result<Response, Error> {
    if !sent.is_confirmed() {
        let words = cx.words();
        return confirm::ask(
            &cx,
            Question {
                title: words.t("calendar-mine-revoke").to_owned(),
                what: words.t("calendar-mine-revoke-confirm").to_owned(),
                button: words.t("calendar-mine-revoke").to_owned(),
                action: "/calendar/subscribe/mine/revoke".into(),
                back: "/calendar/subscribe".into(),
                ..Question::default()
            },
        );
    }
    service::revoke_feed(&cx).await?;
    Ok(flash::redirect("/calendar/subscribe", "calendar-flash-revoked"))
}

#[derive(Template)]
#[template(path = "calendar/pages/import.html")]
struct ChoosePage {
    layout: Layout,
    form: Form,
    choices: Vec<Choice>,
    file_hint: String,
}

fn choose_page(cx: &Cx, form: Form) -> ChoosePage {
    let words = cx.words();
    let megabytes = i64::try_from(cx.app.config.http.max_import.as_usize() >> 20).unwrap_or(i64::MAX);
    ChoosePage {
        layout: cx.manage_layout(words.t("calendar-import-title")),
        form,
        choices: vec![
            Choice::new(Shown::AsMarked.code(), words.t("calendar-import-visibility-marked")),
            Choice::new(Shown::Public.code(), words.t("calendar-import-visibility-public")),
            Choice::new(Shown::Private.code(), words.t("calendar-import-visibility-private")),
        ],
        file_hint: words.t1("calendar-import-file-hint", ("megabytes", megabytes)),
    }
}

/// `GET /manage/import`
pub async fn choose_file(cx: Cx) -> Result<Response, Error> {
    show(&choose_page(&cx, Form::new().with("visibility", Shown::AsMarked.code())))
}

/// `POST /manage/import`: what is wrong with a file is said beside the field.
pub async fn look_at_file(cx: Cx, mut upload: Upload) -> Result<Response, Error> {
    let (mut shown, mut file) = (Shown::AsMarked, Bytes::new());
    while let Some(field) = upload.next_field().await? {
        match field.name() {
            Some("visibility") => {
                let code = field.text().await.map_err(upload_refusal)?;
                shown = Shown::parse(&code).unwrap_or(shown);
            }
            Some("file") => file = field.bytes().await.map_err(upload_refusal)?,
            _ => {}
        }
    }
    let mut form = Form::new().with("visibility", shown.code());
    if file.is_empty() {
        form.refuse("file", cx.words().t("field-required"));
        return show_invalid(&choose_page(&cx, form));
    }
    match service::look_at_file(&cx, &file, shown).await {
        Ok(id) => Ok(Redirect::to(&format!("/manage/import/{id}")).into_response()),
        Err(Error::Refused(refusal)) if refusal.status == 422 => {
            form.refuse("file", sentence(&cx, &refusal));
            show_invalid(&choose_page(&cx, form))
        }
        Err(error) => Err(error),
    }
}

fn sentence(cx: &Cx, refusal: &Refusal) -> String {
    let words = cx.words();
    let limit = refusal.args.iter().find(|(name, _)| *name == "limit").map(|(_, value)| value.as_str());
    match refusal.code {
        "vcalendar_1" => words.t("error-vcalendar-1").to_owned(),
        "too_many_components" => words.t1("error-too-many-components", ("limit", limit.unwrap_or_default())),
        "too_deep" => words.t("error-too-deep").to_owned(),
        _ => words.t("error-not-a-calendar").to_owned(),
    }
}

#[derive(Template)]
#[template(path = "calendar/pages/report.html")]
struct ReportPage {
    layout: Layout,
    import: ImportRow,
    stage: Stage,
    tiles: Vec<(String, String)>,
    changes: u64,
    go: String,
    running: String,
    left_out: Vec<LeftOutRow>,
    /// How many more there are than are listed.
    more: String,
}

struct LeftOutRow {
    what: String,
    line: String,
    why: String,
}

impl LeftOutRow {
    fn of(cx: &Cx, left: &LeftOut) -> Self {
        let words = cx.words();
        let line = words.number(i64::try_from(left.line).unwrap_or(i64::MAX));
        Self { what: left.what(&words), line, why: left.why(&words) }
    }
}

/// As many as a page can show; the shell lists them all.
const MOST_SHOWN: usize = 200;

/// `GET /manage/import/{id}`
pub async fn show_import(cx: Cx, Path(id): Path<ImportId>) -> Result<Response, Error> {
    let (import, report) = service::find_import(&cx, id).await?;
    show(&report_page(&cx, import, &report))
}

fn report_page(cx: &Cx, import: ImportRow, report: &Report) -> ReportPage {
    let words = cx.words();
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let tile = |label: &str, n: u64| (label.to_owned(), words.number(count(n)));
    let shown = u64::try_from(report.skipped.len().min(MOST_SHOWN)).unwrap_or(0);
    let hidden = count(report.skipped_count.saturating_sub(shown));
    let title = match import.stage {
        Stage::Previewed => words.t("calendar-import-preview"),
        Stage::Running => words.t("calendar-import-title"),
        Stage::Done => words.t("calendar-import-done"),
        Stage::Failed => words.t("calendar-import-failed"),
    };
    let running = [("done", import.done.into()), ("total", import.total.into())];
    ReportPage {
        layout: cx.manage_layout(title),
        stage: import.stage,
        tiles: vec![
            tile(words.t("calendar-import-created"), report.created),
            tile(words.t("calendar-import-updated"), report.updated),
            tile(words.t("calendar-import-unchanged"), report.unchanged),
            tile(words.t("calendar-import-skipped"), report.skipped_count),
        ],
        changes: report.changes(),
        go: words.t1("calendar-import-go", ("count", count(report.changes()))),
        running: words.args("calendar-import-running", &running),
        left_out: report.skipped.iter().take(MOST_SHOWN).map(|left| LeftOutRow::of(cx, left)).collect(),
        more: if hidden > 0 {
            words.t1("calendar-import-left-out-more", ("count", hidden))
        } else {
            String::new()
        },
        import,
    }
}

/// `POST /manage/import/{id}/start`
pub async fn start_import(cx: Cx, Path(id): Path<ImportId>) -> Result<Response, Error> {
    service::start_import(&cx, id).await?;
    Ok(Redirect::to(&format!("/manage/import/{id}")).into_response())
}
