//! What partners told of interest in an event, on its page: "3 from Partner Club interested". How many, never who.

use super::store;
use askama::Template;
use futures::future::BoxFuture;
use tessera_agenda::events::Seen;
use tessera_agenda::events::panels::{Panel, Place};
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;
use tessera_wire::clubs::Counts;

pub const PANEL: Panel = Panel { place: Place::Below, order: 90, render };

struct Line {
    text: String,
    /// "1 going · 2 interested"
    parts: String,
}

#[derive(Template)]
#[template(path = "serving/pages/panel.html")]
struct PanelHtml {
    title: String,
    note: String,
    lines: Vec<Line>,
}

fn render<'a>(cx: &'a Cx, seen: &'a Seen) -> BoxFuture<'a, Result<Option<String>, Error>> {
    Box::pin(async move {
        if !seen.is_public() || !seen.is_published() || !cx.app.config.federation.enabled {
            return Ok(None);
        }
        let read = cx.app.db.read();
        let event = seen.listed.date.as_ref().map_or(seen.id, |date| date.series_id);
        let told = store::list_interests(&read, cx.community_id(), event, seen.listed.date_key()).await?;
        if told.is_empty() {
            return Ok(None);
        }
        let words = cx.words();
        let lines = told.iter().map(|(club, counts)| Line {
            text: words.args(
                "serving-from-club",
                &[("count", i64::from(counts.total()).into()), ("club", club.as_str().into())],
            ),
            parts: parts(&words, *counts),
        });
        let html = PanelHtml {
            title: words.t("serving-interested-title").to_owned(),
            note: words.t("serving-interested-note").to_owned(),
            lines: lines.collect(),
        };
        Ok(Some(html.render()?))
    })
}

fn parts(words: &tessera_web::words::Words, counts: Counts) -> String {
    let all = [
        ("serving-going", counts.going),
        ("serving-maybe", counts.maybe),
        ("serving-just-interested", counts.interested),
    ];
    let told = all.into_iter().filter(|(_, count)| *count > 0);
    told.map(|(key, count)| words.t1(key, ("count", i64::from(count)))).collect::<Vec<_>>().join(" · ")
}
