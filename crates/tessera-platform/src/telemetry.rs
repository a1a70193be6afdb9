//! Logs and metrics of this process, and what must never stand in them.
//!
//! Logs are lines of text or of JSON on standard error, filtered by `RUST_LOG`. Metrics are Prometheus text, rendered
//! on demand. What a request is, is the business of tessera-web.

use crate::config::LogFormat;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::borrow::Cow;
use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// Quiet about what libraries do, unless `RUST_LOG` says otherwise.
const DEFAULT_FILTER: &str =
    "info,sqlx=warn,sea_orm=warn,hyper=warn,reqwest=warn,rustls=warn,html5ever=error";

/// Starts logging to standard error. A second call, as in tests, changes nothing.
pub fn start_logs(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(DEFAULT_FILTER));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = match format {
        LogFormat::Text => builder.with_ansi(std::io::stderr().is_terminal()).with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).with_current_span(true).try_init(),
    };
}

/// Collects what `metrics` macros count.
#[derive(Clone)]
pub struct Metrics(PrometheusHandle);

/// Metrics cannot be collected.
#[derive(Debug, thiserror::Error)]
#[error("metrics cannot be collected: {0}")]
pub struct NoMetrics(String);

/// In seconds: from a cached page to a slow import.
const DURATIONS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

impl Metrics {
    /// Collects for the whole process. Only one can.
    pub fn install() -> Result<Self, NoMetrics> {
        let wrong = |e: metrics_exporter_prometheus::BuildError| NoMetrics(e.to_string());
        let builder = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &DURATIONS)
            .map_err(wrong)?;
        builder.install_recorder().map(Self).map_err(wrong)
    }

    /// Everything counted so far, in Prometheus's text format.
    pub fn render(&self) -> String {
        self.0.run_upkeep();
        self.0.render()
    }
}

impl std::fmt::Debug for Metrics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Metrics")
    }
}

/// Parameters whose values are secrets or lead to a person.
const SECRET_PARAMETERS: &[&str] = &[
    "token",
    "t",
    "guest",
    "guest_token",
    "invitation_token",
    "api_key",
    "access_token",
    "code",
    "state",
    "password",
    "secret",
    "csrf_token",
    "device_id",
    "signature",
    "email",
    "key",
];

/// A path and query fit for a log: values of secret parameters and tokens in the path are taken out.
///
/// ```
/// use tessera_platform::telemetry::redact_target;
/// assert_eq!(redact_target("/events/1?guest=abc&from=2026"), "/events/1?guest=…&from=2026");
/// assert_eq!(redact_target("/feeds/me/fd_0123456789abcdef.ics"), "/feeds/me/…");
/// assert_eq!(redact_target("/events"), "/events");
/// ```
pub fn redact_target(target: &str) -> Cow<'_, str> {
    let (path, query) = target.split_once('?').map_or((target, None), |(p, q)| (p, Some(q)));
    let path = redact_path(path);
    let Some(query) = query else { return path };
    let parts: Vec<Cow<'_, str>> = query
        .split('&')
        .map(|part| match part.split_once('=') {
            Some((name, _)) if SECRET_PARAMETERS.iter().any(|s| name.eq_ignore_ascii_case(s)) => {
                Cow::Owned(format!("{name}=…"))
            }
            _ => Cow::Borrowed(part),
        })
        .collect();
    Cow::Owned(format!("{path}?{}", parts.join("&")))
}

/// A piece of a path that begins with one of our tokens' prefixes, or follows a place where tokens stand.
fn redact_path(path: &str) -> Cow<'_, str> {
    if path.starts_with("/s/") {
        // Tokens of share links look like ids.
        return Cow::Borrowed("/s/…");
    }
    const PLACES: [&str; 7] = ["me", "s", "invitations", "invitation", "verify", "reset", "sign-in-link"];
    let is_token = |piece: &str| {
        let long = piece.trim_end_matches(".ics").len() >= 20;
        let prefixed =
            piece.split_once('_').is_some_and(|(prefix, rest)| prefix.len() <= 6 && rest.len() >= 16);
        let id = piece.len() == 36 && piece.bytes().filter(|b| *b == b'-').count() == 4;
        (long || prefixed) && !id
    };
    if !path.split('/').any(is_token) {
        return Cow::Borrowed(path);
    }
    let mut before = "";
    let pieces: Vec<&str> = path
        .split('/')
        .map(|piece| {
            let hidden =
                is_token(piece) && (piece.contains('_') || PLACES.contains(&before) || piece.len() >= 40);
            before = piece;
            if hidden { "…" } else { piece }
        })
        .collect();
    Cow::Owned(pieces.join("/"))
}

/// A mail address fit for a log: enough to tell two apart, too little to write to.
///
/// ```
/// assert_eq!(tessera_platform::telemetry::redact_address("ana@example.org"), "a…@example.org");
/// ```
pub fn redact_address(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}…@{domain}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn tokens_never_reach_a_log() {
        let token = "inv_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        for target in [
            format!("/invitations/{token}"),
            format!("/events/0197aaaa-0000-7000-8000-000000000001/subscribe?invitation_token={token}"),
            format!("/feeds/me/{token}.ics"),
            format!("/x?a=1&TOKEN={token}&b=2"),
            format!("/verify/{}", "A".repeat(43)),
            format!("/?t={token}"),
            "/s/AAAAAAAA-0000-4000-8000-000000000001".into(),
            "/s/AAAAAAAA-0000-4000-8000-000000000001.ics".into(),
        ] {
            let shown = redact_target(&target);
            assert!(!shown.contains("AAAAAAAA"), "{shown}");
        }
        let kept = "/api/events/0197aaaa-0000-7000-8000-000000000001?from=2026-01-01&q=cena";
        assert_eq!(redact_target(kept), kept);
        assert_eq!(redact_target("/a-page-with-a-rather-long-name"), "/a-page-with-a-rather-long-name");
    }

    #[test]
    fn metrics_are_rendered_as_prometheus_reads_them() {
        let metrics = Metrics::install().unwrap();
        metrics::counter!("tessera_test_total", "kind" => "a").increment(2);
        metrics::histogram!("tessera_test_seconds").record(0.02);
        let text = metrics.render();
        assert!(text.contains("tessera_test_total{kind=\"a\"} 2"), "{text}");
        assert!(text.contains("tessera_test_seconds_bucket{le=\"0.025\"} 1"), "{text}");
    }
}
