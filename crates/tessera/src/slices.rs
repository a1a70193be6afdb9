//! The one list of capabilities. The order is that of their migrations: what others stand on comes first.

use tessera_agenda::{
    attachments, calendar, categories, embed, entries, events, invitations, participation, samples,
    share_links, tasks, templates,
};
use tessera_network::clubs::{external_events, partners, serving, syncing};
use tessera_people::{accounts, communities, members, notifications, settings, setup, system, trail};
use tessera_web::slice::{Identity, Slice};

pub fn slices() -> Vec<Slice> {
    vec![
        communities::slice(),
        accounts::slice(),
        members::slice(),
        notifications::slice(),
        setup::slice(),
        settings::slice(),
        trail::slice(),
        system::slice(),
        events::slice(),
        attachments::slice(),
        categories::slice(),
        tasks::slice(),
        templates::slice(),
        participation::slice(),
        invitations::slice(),
        calendar::slice(),
        entries::slice(),
        share_links::slice(),
        embed::slice(),
        partners::slice(),
        serving::slice(),
        external_events::slice(),
        syncing::slice(),
        samples::slice(),
    ]
}

/// Who answers when the page kit asks who is there.
pub fn identity() -> Identity {
    Identity {
        communities: communities::all,
        identify: accounts::identify,
        keep_locale: accounts::keep_locale,
    }
}
