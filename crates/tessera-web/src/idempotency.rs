//! `Idempotency-Key`: a POST that is sent again with the same key and body gets the first answer again; with
//! another body it is refused. Keys are an account's own, and kept for a day.

use crate::cx::Cx;
use crate::establish::read_body;
use crate::refusal::{Error, Refusal};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, ETAG, LOCATION};
use http::{HeaderValue, StatusCode};
use http_body_util::BodyExt;
use jiff::SignedDuration;
use sea_orm::{ConnectionTrait, DbErr};
use tessera_core::Instant;
use tessera_platform::db::{Write, sql};
use tessera_platform::tokens;

const LONGEST_KEY: usize = 255;
/// What kept answers are sealed for.
const PURPOSE: &str = "idempotency";

enum Begun {
    /// Nobody has used the key: the work is ours.
    First,
    Answered {
        status: u16,
        content_type: String,
        location: Option<String>,
        etag: Option<String>,
        body: String,
    },
    /// Another body, or the first request is still under way.
    Refused(Refusal),
}

/// Does the request unless it was done before.
pub(crate) async fn once(cx: &Cx, request: Request, next: Next) -> Response {
    match attempt(cx, request, next).await {
        Ok(response) => response,
        Err(e) => e.into_response(),
    }
}

async fn attempt(cx: &Cx, request: Request, next: Next) -> Result<Response, Error> {
    let key =
        request.headers().get("idempotency-key").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    if key.is_empty() || key.len() > LONGEST_KEY {
        return Err(Refusal::new(400, "bad_idempotency_key").into());
    }
    // A visitor is known by nothing but the address.
    let who = cx.account_id().map_or_else(|| cx.address.to_string(), |a| a.to_string());
    let scope = format!("{}:{who}", cx.community.id);
    let (parts, body) = request.into_parts();
    let bytes = read_body(body, cx.app.config.http.max_upload.as_usize()).await?;
    let fingerprint =
        tokens::digest(&[parts.method.as_str().as_bytes(), cx.target.as_bytes(), &bytes].concat());
    match begin(cx, &scope, &key, &fingerprint).await? {
        Begun::Refused(refusal) => return Err(refusal.into()),
        Begun::Answered { status, content_type, location, etag, body } => {
            return Ok(replay(status, &content_type, location, etag, body));
        }
        Begun::First => {}
    }
    let response = next.run(Request::from_parts(parts, axum::body::Body::from(bytes))).await;
    if !response.status().is_success() {
        // A refusal changed nothing, so the key is free again.
        let tx = cx.app.db.write().await?;
        forget(&tx, &scope, &key).await?;
        tx.commit().await?;
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.map_err(|e| anyhow::anyhow!("the answer broke off: {e}"))?.to_bytes();
    let header =
        |name| parts.headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok()).map(str::to_owned);
    // An answer may hold a secret that is told once.
    let sealed =
        cx.app.sealer(PURPOSE).seal(&String::from_utf8_lossy(&bytes)).map_err(anyhow::Error::from)?;
    let tx = cx.app.db.write().await?;
    let q = sql(
        &tx,
        "UPDATE idempotency SET status = ?, content_type = ?, location = ?, etag = ?, body = ? WHERE scope = ? AND key = ?",
        vec![
            i64::from(parts.status.as_u16()).into(),
            header(CONTENT_TYPE).unwrap_or_default().into(),
            header(LOCATION).into(),
            header(ETAG).into(),
            sealed.into(),
            scope.into(),
            key.into(),
        ],
    );
    tx.execute_raw(q).await?;
    tx.commit().await?;
    Ok(Response::from_parts(parts, axum::body::Body::from(bytes)))
}

async fn begin(cx: &Cx, scope: &str, key: &str, fingerprint: &str) -> Result<Begun, Error> {
    let tx = cx.app.db.write().await?;
    let q = sql(
        &tx,
        "INSERT INTO idempotency (scope, key, fingerprint, created_at) VALUES (?, ?, ?, ?) \
         ON CONFLICT (scope, key) DO NOTHING",
        vec![scope.into(), key.into(), fingerprint.into(), cx.now().into()],
    );
    if tx.execute_raw(q).await?.rows_affected() == 1 {
        tx.commit().await?;
        return Ok(Begun::First);
    }
    let q = sql(
        &tx,
        "SELECT fingerprint, status, content_type, location, etag, body FROM idempotency WHERE scope = ? AND key = ?",
        vec![scope.into(), key.into()],
    );
    let row = tx.query_one_raw(q).await?;
    tx.rollback().await?;
    let Some(row) = row else { return Ok(Begun::Refused(Refusal::new(409, "in_progress"))) };
    if row.try_get_by_index::<String>(0)? != fingerprint {
        return Ok(Begun::Refused(Refusal::new(422, "idempotency_key_reused")));
    }
    match row.try_get_by_index::<Option<i64>>(1)? {
        None => Ok(Begun::Refused(Refusal::new(409, "in_progress"))),
        Some(status) => Ok(Begun::Answered {
            status: u16::try_from(status).unwrap_or(200),
            content_type: row.try_get_by_index::<Option<String>>(2)?.unwrap_or_default(),
            location: row.try_get_by_index(3)?,
            etag: row.try_get_by_index(4)?,
            body: opened(cx, row.try_get_by_index(5)?)?,
        }),
    }
}

fn opened(cx: &Cx, sealed: Option<String>) -> Result<String, Error> {
    let sealer = cx.app.sealer(PURPOSE);
    Ok(sealed.map(|s| sealer.open(&s)).transpose().map_err(anyhow::Error::from)?.unwrap_or_default())
}

fn replay(
    status: u16,
    content_type: &str,
    location: Option<String>,
    etag: Option<String>,
    body: String,
) -> Response {
    let mut response = (StatusCode::from_u16(status).unwrap_or(StatusCode::OK), body).into_response();
    let headers = response.headers_mut();
    for (name, value) in [(CONTENT_TYPE, Some(content_type.to_owned())), (LOCATION, location), (ETAG, etag)] {
        if let Some(value) = value.and_then(|v| HeaderValue::from_str(&v).ok()) {
            headers.insert(name, value);
        }
    }
    response
}

async fn forget(tx: &Write, scope: &str, key: &str) -> Result<(), DbErr> {
    let q = sql(tx, "DELETE FROM idempotency WHERE scope = ? AND key = ?", vec![scope.into(), key.into()]);
    tx.execute_raw(q).await.map(|_| ())
}

/// Drops what is older than a day.
pub async fn sweep(tx: &Write, now: Instant) -> Result<(), DbErr> {
    let old = now.plus(SignedDuration::from_hours(-24));
    tx.execute_raw(sql(tx, "DELETE FROM idempotency WHERE created_at < ?", vec![old.into()]))
        .await
        .map(|_| ())
}
