//! The slices that these tests stand on.

use tessera_people::{accounts, communities, notifications, trail};
use tessera_testkit::{Engine, TestApp};
use tessera_web::slice::Identity;

pub async fn start(engine: Engine) -> TestApp {
    let slices = vec![
        communities::slice(),
        accounts::slice(),
        notifications::slice(),
        trail::slice(),
        crate::events::slice(),
        crate::attachments::slice(),
        crate::categories::slice(),
        crate::tasks::slice(),
        crate::templates::slice(),
        crate::participation::slice(),
        crate::invitations::slice(),
        super::slice(),
    ];
    let identity = Identity {
        communities: communities::all,
        identify: accounts::identify,
        keep_locale: accounts::keep_locale,
    };
    TestApp::start(engine, slices, identity).await
}
