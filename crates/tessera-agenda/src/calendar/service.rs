//! What members do with calendars: make and revoke a feed of their own, look at a file, import it.

use super::import::{self, Into, Report, Shown};
use super::jobs;
use super::render::{self, About, Purpose};
use super::store::{self, ImportRow, Stage};
use tessera_calendar::ical::CalendarText;
use tessera_core::ids::ImportId;
use tessera_platform::tokens::Token;
use tessera_web::cx::Cx;
use tessera_web::refusal::{Error, Refusal};

/// Makes a member's feed, in place of the one they had. The address is shown this once.
pub async fn make_feed(cx: &Cx) -> Result<String, Error> {
    let member = cx.member()?;
    let token = Token::random("cal");
    let tx = cx.app.db.write().await?;
    store::put_feed(&tx, cx.community_id(), member.account_id(), token.hash(), cx.now()).await?;
    tx.commit().await?;
    Ok(cx.url(&format!("/feeds/me/{}.ics", token.reveal())))
}

/// Revokes it. The address does not work from this moment on.
pub async fn revoke_feed(cx: &Cx) -> Result<bool, Error> {
    let member = cx.member()?;
    let tx = cx.app.db.write().await?;
    let was_there = store::delete_feed(&tx, cx.community_id(), member.account_id()).await?;
    tx.commit().await?;
    Ok(was_there)
}

/// Reads a file and says what importing it would do.
pub async fn look_at_file(cx: &Cx, bytes: &[u8], shown: Shown) -> Result<ImportId, Error> {
    cx.require_verified()?;
    let member = cx.member()?;
    let calendar = import::read_file(bytes, cx.app.config.http.max_import.as_usize())?;
    let (method, home) = (calendar.method(), calendar.zone());
    let vevents: Vec<_> = calendar.events.iter().map(|read| &read.event).collect();
    let total = i64::try_from(vevents.len()).unwrap_or(i64::MAX);
    let mut head = render::head(
        &cx.app,
        &cx.community,
        &About { name: &cx.community.name, description: None },
        Purpose::Export,
    );
    head.zone = home.or(head.zone);
    head.method = (method.as_deref() == Some("CANCEL")).then_some(tessera_calendar::ical::Method::Cancel);
    // Written anew, it is whole, in UTF-8, and without what was left out.
    let text = CalendarText::whole(&head, vevents.iter().copied());
    let organiser = member.account_id();
    let into = Into { community: &cx.community, organiser, by: Some(organiser), shown };
    let report = import::preview(&cx.app, into, calendar).await?;
    let row = ImportRow {
        id: cx.app.new_id(),
        community_id: cx.community_id(),
        account_id: member.account_id(),
        shown,
        stage: Stage::Previewed,
        report: serde_json::to_string(&report).map_err(anyhow::Error::from)?,
        done: 0,
        total,
        created_at: cx.now(),
    };
    let tx = cx.app.db.write().await?;
    store::insert_import(&tx, &row, text).await?;
    tx.commit().await?;
    Ok(row.id)
}

/// An import of this reader's own.
pub async fn find_import(cx: &Cx, id: ImportId) -> Result<(ImportRow, Report), Error> {
    let row = store::find_import(&cx.app.db.read(), cx.community_id(), id).await?;
    let row = row.filter(|row| cx.account_id() == Some(row.account_id)).ok_or_else(|| gone(cx))?;
    let report = serde_json::from_str(&row.report).map_err(anyhow::Error::from)?;
    Ok((row, report))
}

/// Starts what was looked at. Pressing twice starts once.
pub async fn start_import(cx: &Cx, id: ImportId) -> Result<(), Error> {
    cx.require_verified()?;
    find_import(cx, id).await?;
    let tx = cx.app.db.write().await?;
    if store::start_import(&tx, cx.community_id(), id).await? {
        jobs::enqueue(&tx, cx.app.clock(), cx.community_id(), id).await?;
        tx.commit().await?;
    }
    Ok(())
}

fn gone(_: &Cx) -> Error {
    Refusal::new(404, "import_gone").way_back("/manage/import").into()
}
