//! What happens when more is asked than can be done, or more slowly than anybody types.

use super::start;
use axum::body::Body;
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use std::convert::Infallible;
use std::time::Duration;
use tessera_testkit::{TestApp, both_engines};
use tessera_web::pressure::Pressure;
use tessera_web::router::build_under;
use tokio::sync::oneshot;
use tower::ServiceExt;

const LONG: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(50);

/// A form that begins, and goes on when `rest` comes.
fn slow_form(rest: oneshot::Receiver<()>) -> Request<Body> {
    let first =
        futures::stream::once(async { Ok::<_, Infallible>(Bytes::from_static(b"email=ana%40club.example")) });
    let last = futures::stream::once(async {
        let _ = rest.await;
        Ok(Bytes::from_static(b"&password=not-hers"))
    });
    Request::post("/sign-in")
        .header("host", "localhost:8080")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from_stream(futures::StreamExt::chain(first, last)))
        .unwrap()
}

async fn get(router: &axum::Router, path: &str, language: &str) -> Response<Body> {
    let request = Request::get(path).header("host", "localhost:8080").header("accept-language", language);
    router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

both_engines! { start;
    async fn who_comes_beyond_what_a_process_bears_hears_so_at_once(app: TestApp) {
        let router = build_under(&app.app, Pressure::new(1, LONG, LONG)).router;
        let (go_on, rest) = oneshot::channel();
        let mut held = Box::pin(router.clone().oneshot(slow_form(rest)));
        // It has the one turn, and waits for the rest of the form.
        assert!(tokio::time::timeout(SHORT, &mut held).await.is_err());
        let page = get(&router, "/", "it").await;
        assert_eq!(page.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(page.headers()["retry-after"], "5");
        assert!(text(page).await.starts_with("In questo momento"));
        let answer = get(&router, "/api/events", "en").await;
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        assert!(text(answer).await.contains("\"overloaded\""));
        assert_eq!(get(&router, "/healthz", "en").await.status(), StatusCode::OK);
        go_on.send(()).unwrap();
        assert!(held.await.unwrap().status().is_client_error());
        assert_eq!(get(&router, "/", "it").await.status(), StatusCode::OK);
    }

    async fn a_body_that_stands_still_is_broken_off(app: TestApp) {
        let router = build_under(&app.app, Pressure::new(9, LONG, SHORT)).router;
        let (_go_on, rest) = oneshot::channel();
        let answer = router.oneshot(slow_form(rest)).await.unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    }

    async fn a_request_that_does_not_come_to_an_end_is_broken_off(app: TestApp) {
        let router = build_under(&app.app, Pressure::new(9, SHORT, LONG)).router;
        let (_go_on, rest) = oneshot::channel();
        let answer = router.oneshot(slow_form(rest)).await.unwrap();
        assert_eq!(answer.status(), StatusCode::REQUEST_TIMEOUT);
    }
}
