//! The pages of partners.

mod deeds;
mod edit;
mod list;
mod pair;

use super::trouble::Trouble;
use tessera_core::Access;
use tessera_web::routes::Routes;
use tessera_web::words::{Arg, Words};

pub const LIST: &str = "/manage/partners";

pub fn routes(r: Routes) -> Routes {
    r.get(LIST, Access::ADMIN, list::show_list)
        .get("/manage/partners/new", Access::ADMIN, edit::show_new)
        .post("/manage/partners/new", Access::ADMIN, edit::post_new)
        .get("/manage/partners/pair", Access::ADMIN, pair::show_accept)
        .post("/manage/partners/pair", Access::ADMIN, pair::post_accept)
        .post("/manage/partners/forgive", Access::ADMIN, list::post_forgive)
        .post("/manage/partners/rotate", Access::ADMIN, list::post_rotate)
        .get("/manage/partners/{id}", Access::ADMIN, edit::show_partner)
        .post("/manage/partners/{id}", Access::ADMIN, edit::post_partner)
        .post("/manage/partners/{id}/approve", Access::ADMIN, deeds::post_approve)
        .post("/manage/partners/{id}/active", Access::ADMIN, deeds::post_active)
        .post("/manage/partners/{id}/sync", Access::ADMIN, deeds::post_sync)
        .post("/manage/partners/{id}/test", Access::ADMIN, deeds::post_test)
        .post("/manage/partners/{id}/remove", Access::ADMIN, deeds::post_remove)
        .post("/manage/partners/{id}/generate-key", Access::ADMIN, deeds::post_generate_key)
        .post("/manage/partners/{id}/revoke-key", Access::ADMIN, deeds::post_revoke_key)
        .post("/manage/partners/{id}/pair", Access::ADMIN, pair::post_offer)
        .post("/manage/partners/{id}/words", Access::ADMIN, pair::post_words)
        .post("/manage/partners/{id}/unpair", Access::ADMIN, pair::post_unpair)
        .get("/federation/pair/{code}", Access::Anyone, pair::show_landing)
}

fn path(id: tessera_core::ids::PartnerId) -> String {
    format!("{LIST}/{id}")
}

/// What went wrong and what to do about it, in a sentence.
pub fn sentence(words: &Words, trouble: Trouble) -> String {
    let args: Vec<(&str, Arg<'_>)> =
        trouble.args().into_iter().map(|(name, value)| (name, Arg::from(value))).collect();
    if args.is_empty() { words.t(trouble.key()).to_owned() } else { words.args(trouble.key(), &args) }
}
