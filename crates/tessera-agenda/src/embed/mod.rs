//! A list of the coming events on other websites: `<tessera-events>`, one script and one element.
//!
//! Promises: public events only, each date of a series by itself; words, times and colours of the community, so that
//! the script has none of its own; answers every website alike, without cookies; what the page of the code hands out
//! is useful where scripts are off.
//!
//! Does not: say who looked. The script is `frontend/src/embed.ts`.

mod list;
mod pages;

#[cfg(test)]
mod tests;

use tessera_core::Access;
use tessera_web::routes::Routes;
use tessera_web::slice::{NavItem, Place, Slice};
use tessera_web::ui::Icon;
use tessera_web::words::key;

const NAVIGATION: &[NavItem] = &[NavItem {
    place: Place::Manage,
    path: "/manage/embed",
    key: key("embed-nav"),
    access: Access::ORGANISER,
    order: 37,
    icon: Icon::Out,
    keys: "",
}];

/// The capability.
pub fn slice() -> Slice {
    Slice { locales: tessera_web::locales!(), routes, navigation: NAVIGATION, ..Slice::named("embed") }
}

fn routes(r: Routes) -> Routes {
    r.feed("/embed/events.json", Access::Anyone, list::show_list).cached().get(
        "/manage/embed",
        Access::ORGANISER,
        pages::show_code,
    )
}
