//! `cargo run -p tessera-web --features gallery --example gallery`, then open http://127.0.0.1:8090/?lang=it&hue=250.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use askama::Template;
use axum::Router;
use axum::extract::Query;
use axum::response::Html;
use axum::routing::get;
use std::collections::HashMap;
use std::sync::Arc;
use tessera_core::Locale;
use tessera_web::assets;
use tessera_web::gallery::Gallery;
use tessera_web::words::{Catalogue, Words};

#[tokio::main]
async fn main() {
    let catalogue = Arc::new(Catalogue::build([]).unwrap());
    let page = move |Query(query): Query<HashMap<String, String>>| async move {
        let locale = query.get("lang").and_then(|tag| Locale::from_tag(tag)).unwrap_or_default();
        let hue = query.get("hue").and_then(|hue| hue.parse().ok()).unwrap_or(28);
        Html(Gallery::new(Words::new(catalogue, locale), hue).render().unwrap())
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8090").await.unwrap();
    println!("http://127.0.0.1:8090");
    axum::serve(listener, Router::new().route("/", get(page)).merge(assets::router())).await.unwrap();
}
