//! What a community does together: its events, who comes, who is invited, calendars in and out.

pub mod events;

use events::panels::{Observer, Panel};

/// The pieces that other capabilities show on an event's page.
pub const PANELS: &[Panel] = &[];

/// Who is told of what happens to events.
pub const OBSERVERS: &[Observer] = &[];
