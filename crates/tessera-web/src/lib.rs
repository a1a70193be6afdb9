//! The page kit: what every page and API of the product is made with, and no feature.

mod api_docs;
pub mod app;
pub mod assets;
pub mod body;
pub mod cache;
pub mod confirm;
pub mod csrf;
pub mod cx;
pub mod directory;
pub mod establish;
pub mod flash;
#[cfg(any(feature = "gallery", debug_assertions))]
pub mod gallery;
pub mod headers;
pub mod idempotency;
pub mod layout;
pub mod letter;
pub mod notices;
pub mod outgoing;
pub mod page;
mod phone;
pub mod pressure;
pub mod refusal;
pub mod router;
pub mod routes;
pub mod shed;
pub mod slice;
pub mod ui;
pub mod wording;
pub mod words;

pub use app::App;
pub use cx::Cx;
pub use refusal::{Error, FieldError, Refusal};
pub use routes::Routes;
pub use slice::Slice;
