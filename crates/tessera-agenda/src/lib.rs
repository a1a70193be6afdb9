//! What a community does together: its events, who comes, who is invited, calendars in and out.

pub mod attachments;
pub mod calendar;
pub mod categories;
pub mod embed;
pub mod entries;
pub mod events;
pub mod invitations;
mod months;
mod occasion;
pub mod participation;
pub mod samples;
pub mod share_links;
pub mod tasks;
pub mod templates;
#[cfg(test)]
mod testing;

use events::panels::{Observer, Panel};

/// The pieces that other capabilities show on an event's page.
pub const PANELS: &[Panel] =
    &[tasks::PANEL, participation::PANEL, invitations::PANEL, templates::PANEL, attachments::PANEL];

/// What stands in calendars.
pub const SOURCES: &[entries::Source] = &[events::ENTRIES];

/// Who is told of what happens to events.
pub const OBSERVERS: &[Observer] = &[participation::OBSERVER, tasks::OBSERVER];

/// How categories make events look.
pub const LOOKS: events::looks::Looks = categories::LOOKS;

/// How somebody gets into a private event.
pub const GATE: participation::gate::Gate = invitations::GATE;
