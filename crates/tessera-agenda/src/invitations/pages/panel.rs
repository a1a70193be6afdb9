//! What an event's organisers see of its invitations on its page.

use crate::events::access::Deed;
use crate::events::panels::Place;
use crate::events::{Panel, Seen};
use crate::invitations::State;
use crate::invitations::store;
use askama::Template;
use futures::future::BoxFuture;
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;
use tessera_web::ui::Icon;

pub const PANEL: Panel = Panel { place: Place::Side, order: 20, render };

#[derive(Template)]
#[template(path = "invitations/pages/panel.html")]
struct PanelHtml {
    title: String,
    text: String,
    button: String,
    path: String,
}

fn render<'a>(cx: &'a Cx, seen: &'a Seen) -> BoxFuture<'a, Result<Option<String>, Error>> {
    Box::pin(async move {
        if !seen.may(Deed::Invite) || !seen.is_published() || seen.is_cancelled() {
            return Ok(None);
        }
        let w = cx.words();
        let counts = store::count_states(&cx.app.db.read(), cx.community_id(), seen.id, cx.now()).await?;
        let open = counts.iter().find(|(s, _)| *s == State::Open).map_or(0, |(_, n)| *n);
        let panel = PanelHtml {
            title: w.t("invitations-title").to_owned(),
            text: w.t1("invitations-open-count", ("count", open)),
            button: w.t("invitations-invite").to_owned(),
            path: format!("{}/invitations", seen.path()),
        };
        Ok(Some(panel.render()?))
    })
}
