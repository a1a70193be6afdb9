//! What a community is called towards partners: its slug and its name, but for the default community those that the
//! configuration gives (`federation.our_club_code`, `federation.our_club_name`).

use tessera_web::app::App;
use tessera_web::directory::Community;

/// Our code, as in `club_code`.
pub fn code<'a>(app: &'a App, community: &'a Community) -> &'a str {
    let given = app.config.federation.our_club_code.as_deref();
    given.filter(|_| app.is_default(community)).unwrap_or(&community.slug)
}

pub fn name<'a>(app: &'a App, community: &'a Community) -> &'a str {
    let given = app.config.federation.our_club_name.as_deref();
    given.filter(|_| app.is_default(community)).unwrap_or(&community.name)
}

/// The address under which the paths of the federation begin.
pub fn federation_url(app: &App, community: &Community) -> String {
    format!("{}/api/federation/", app.base_url(community))
}
