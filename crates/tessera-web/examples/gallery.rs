//! `cargo run -p tessera-web --features gallery --example gallery`, then open http://127.0.0.1:8090/gallery.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use axum::Router;
use std::sync::Arc;
use tessera_web::words::Catalogue;
use tessera_web::{assets, gallery};

#[tokio::main]
async fn main() {
    let catalogue = Arc::new(Catalogue::build([]).unwrap());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8090").await.unwrap();
    println!("http://127.0.0.1:8090/gallery");
    axum::serve(listener, Router::new().merge(gallery::router(catalogue)).merge(assets::router()))
        .await
        .unwrap();
}
