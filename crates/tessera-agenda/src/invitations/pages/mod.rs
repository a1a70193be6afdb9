//! What people see of invitations: the page behind the mail's link, the organisers' page, the piece on an event's
//! page. All of it works without scripts.

mod invited;
mod manage;
mod panel;

pub use invited::{get_invite, post_invite};
pub use manage::{post_paste, post_resend, post_revoke, show_page};
pub use panel::PANEL;
