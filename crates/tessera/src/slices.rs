//! The one list of capabilities. The order is that of their migrations: what others stand on comes first.

use futures::FutureExt;
use tessera_people::communities;
use tessera_web::cx::Identified;
use tessera_web::slice::{Identity, Slice};

pub fn slices() -> Vec<Slice> {
    vec![communities::slice()]
}

/// Who answers when the page kit asks who is there.
pub fn identity() -> Identity {
    Identity {
        communities: communities::all,
        identify: |_, _, _| async { Ok(Identified::Unknown) }.boxed(),
        keep_locale: |_, _, _| async { Ok(()) }.boxed(),
        badges: |_| Vec::new(),
    }
}
