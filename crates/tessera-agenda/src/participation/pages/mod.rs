//! What people see of answering: the panel on an event's page, the page behind the links of mails, the organisers'
//! list. All of it works without scripts.

mod answering;
mod list;
mod view;

pub use answering::{answered, get_answer, get_leave, post_answer, post_leave, post_rejoin};
pub use list::{download, show_list};
pub use view::{PANEL, guest_of};
