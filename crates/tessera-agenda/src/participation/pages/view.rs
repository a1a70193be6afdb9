//! One reader's view of answering one event, and the panel that shows it.

use crate::events::access::Deed;
use crate::events::panels::Place;
use crate::events::{Kind, Panel, Seen};
use crate::participation::mails::answer_key;
use crate::participation::model::{Answer, Attendance, Participation};
use crate::participation::store;
use askama::Template;
use futures::future::BoxFuture;
use tessera_platform::tokens;
use tessera_web::cx::Cx;
use tessera_web::layout::{Brand, Layout};
use tessera_web::refusal::Error;
use tessera_web::ui::{Form, Icon};
use tessera_web::words::{Words, key};

pub const PANEL: Panel = Panel { place: Place::Side, order: 10, render };

/// A button that gives an answer.
pub struct Choice {
    pub code: &'static str,
    pub label: String,
    pub pressed: bool,
    pub disabled: bool,
}

/// What somebody may see and do about answering.
pub struct View {
    /// The event's page.
    pub path: String,
    /// Which date of a series is answered; empty for none.
    pub occurrence: String,
    pub heading: String,
    /// "12 going · 3 maybe"; empty where nobody answered.
    pub counts: String,
    /// How many places are left, where they are limited.
    pub places: String,
    pub is_full: bool,
    /// Why nothing can be answered; empty where it can.
    pub closed: String,
    pub choices: Vec<Choice>,
    /// The reader's own answer, where they take part.
    pub mine: Option<Answer>,
    /// A guest who has not confirmed yet.
    pub pending: bool,
    /// Known by an account here or a guest's token: no name and address are asked for.
    pub known: bool,
    pub is_visitor: bool,
    pub guest_token: String,
    pub may_see_list: bool,
}

impl View {
    pub fn of(
        cx: &Cx,
        seen: &Seen,
        counts: Attendance,
        participation: Option<&Participation>,
        guest: &str,
    ) -> Self {
        let w = cx.words();
        let is_member = cx.actor.signed_in().is_some_and(|s| s.membership.is_some());
        let active = participation.filter(|p| p.is_active());
        let mine = active.map(|p| p.answer);
        let pending = active.is_some_and(|p| !p.confirmed);
        let known = is_member || participation.is_some();
        let is_full = counts.is_full(seen.capacity);
        Self {
            path: seen.path(),
            occurrence: seen.listed.date_key().to_owned(),
            heading: heading(&w, mine, pending),
            counts: counts_text(&w, counts),
            places: seen
                .capacity
                .map(|_| places_text(&w, counts.places_left(seen.capacity)))
                .unwrap_or_default(),
            is_full,
            closed: closed(&w, seen, cx),
            choices: choices(&w, mine.filter(|_| !pending), is_full, known),
            mine,
            pending,
            known,
            is_visitor: cx.actor.signed_in().is_none(),
            guest_token: if participation.is_some_and(|p| p.guest().is_some()) {
                guest.to_owned()
            } else {
                String::new()
            },
            may_see_list: seen.may(Deed::Edit),
        }
    }
}

fn heading(w: &Words, mine: Option<Answer>, pending: bool) -> String {
    match mine {
        Some(_) if pending => w.t("participation-pending-title").to_owned(),
        Some(answer) => w.t(answer_key(answer)).to_owned(),
        None => w.t("participation-question").to_owned(),
    }
}

fn closed(w: &Words, seen: &Seen, cx: &Cx) -> String {
    if seen.is_cancelled() {
        w.t("participation-closed-cancelled").to_owned()
    } else if seen.is_over(cx.now()) {
        w.t("participation-closed-over").to_owned()
    } else if !seen.is_published() {
        w.t("participation-closed-draft").to_owned()
    } else {
        String::new()
    }
}

fn counts_text(w: &Words, counts: Attendance) -> String {
    let said = [
        (counts.going, key("participation-count-going")),
        (counts.maybe, key("participation-count-maybe")),
        (counts.interested, key("participation-count-interested")),
    ];
    let said: Vec<String> = said.iter().filter(|(n, _)| *n > 0).map(|(n, k)| w.t1(k, ("count", n))).collect();
    said.join(" · ")
}

fn places_text(w: &Words, left: Option<i64>) -> String {
    match left {
        Some(0) => w.t("participation-full").to_owned(),
        Some(n) => w.t1("participation-places-left", ("count", n)),
        None => String::new(),
    }
}

/// How an answer is called on its button and in lists.
pub fn label_key(answer: Answer) -> &'static str {
    match answer {
        Answer::Going => key("participation-answer-going"),
        Answer::Maybe => key("participation-answer-maybe"),
        Answer::Interested => key("participation-answer-interested"),
        Answer::Declined => key("participation-answer-declined"),
        Answer::Cancelled => key("participation-answer-cancelled"),
    }
}

fn choices(w: &Words, mine: Option<Answer>, is_full: bool, known: bool) -> Vec<Choice> {
    Answer::GIVEN
        .into_iter()
        .filter(|a| known || *a != Answer::Declined)
        .map(|a| Choice {
            code: a.code(),
            label: w.t(label_key(a)).to_owned(),
            pressed: mine == Some(a),
            disabled: a == Answer::Going && is_full && mine != Some(Answer::Going),
        })
        .collect()
}

#[derive(Template)]
#[template(path = "participation/pages/panel.html")]
struct PanelHtml {
    layout: Layout,
    view: View,
    form: Form,
}

/// The value of `guest` in the query of what was asked for.
pub fn guest_of(cx: &Cx) -> Option<String> {
    let (_, query) = cx.target.split_once('?')?;
    let pair = query.split('&').find_map(|pair| pair.strip_prefix("guest="))?;
    // Our tokens need no decoding; anything that does is none of them.
    let fits = pair.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    (fits && !pair.is_empty()).then(|| pair.to_owned())
}

/// The reader's own participation: by the guest's token that was shown, else by the account.
pub async fn own(cx: &Cx, seen: &Seen, guest: Option<&str>) -> Result<Option<Participation>, Error> {
    let (read, community) = (cx.app.db.read(), cx.community_id());
    if let Some(token) = guest
        && let Some(p) = store::find_of_token(&read, community, seen.id, &tokens::hash(token)).await?
    {
        return Ok(Some(p));
    }
    match cx.actor.signed_in().filter(|s| s.membership.is_some()) {
        Some(s) => {
            Ok(store::find_of_member(&read, community, seen.id, seen.listed.date_key(), s.account_id).await?)
        }
        None => Ok(None),
    }
}

fn render<'a>(cx: &'a Cx, seen: &'a Seen) -> BoxFuture<'a, Result<Option<String>, Error>> {
    Box::pin(async move {
        // A task is done, not attended.
        if seen.kind == Kind::Task {
            return Ok(None);
        }
        let guest = guest_of(cx);
        let mine = own(cx, seen, guest.as_deref()).await?;
        let counts = store::find_attendance(&cx.app.db.read(), seen.id, seen.listed.date_key()).await?;
        let view = View::of(cx, seen, counts, mine.as_ref(), guest.as_deref().unwrap_or_default());
        let brand = Brand { name: cx.community.name.clone(), hue: cx.community.hue };
        let mut layout = Layout::new(cx.words(), brand, "");
        layout.csrf_token = cx.csrf_token();
        Ok(Some(PanelHtml { layout, view, form: Form::new() }.render()?))
    })
}
