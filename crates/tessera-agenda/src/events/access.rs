//! Who may see an event, and who may do what with it: the one place where that is decided. Lists follow the same
//! rule in SQL (`store::list`), everything else asks here.
//!
//! - A published public event is everybody's to see.
//! - A published private one is seen by its organisers and by those who take part, a guest with their token and
//!   whoever is to do a task among them. Nobody else, the community's admins included: 401 without a sign-in, 403
//!   with one.
//! - A draft is its organisers' alone; a public proposal also that of those who publish. Others find nothing (404).
//! - What is deleted nobody sees; its organisers may take the deletion back.

use super::model::{Event, Kind, State, Visibility};
use tessera_core::{Role, Roles, Standing};
use tessera_web::refusal::{Error, Refusal};

/// What somebody is to one event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    pub organiser: bool,
    pub co_organiser: bool,
    /// Answered it, and did not leave.
    pub participant: bool,
    /// Holds a guest's token of it.
    pub guest: bool,
    /// Is to do it: a task.
    pub assignee: bool,
}

/// Whether somebody sees an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    Seen,
    /// As if it did not exist: 404.
    Missing,
    /// Private, and nobody is signed in: 401.
    SignInFirst,
    /// Private, and theirs it is not: 403.
    NotTheirs,
}

/// What can be done with an event beside looking at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Change, cancel, postpone; see who takes part.
    Edit,
    /// Show it to others.
    Publish,
    /// Delete it and take that back; name co-organisers, hand it over.
    Own,
    /// Invite, and see and revoke invitations.
    Invite,
    /// Say how far a task has come.
    Progress,
}

/// The roles by which somebody publishes what others see.
const PUBLISHERS: [Role; 2] = [Role::Organiser, Role::Admin];

fn roles(who: Standing) -> Roles {
    match who {
        Standing::Member { roles, .. } => roles,
        Standing::Visitor | Standing::Stranger { .. } => Roles::NONE,
    }
}

/// Whether these roles publish public events.
pub fn is_publisher(who: Standing) -> bool {
    roles(who).has_any(Roles::of(&PUBLISHERS))
}

/// Organisers count only while they are members.
fn organises(relation: Relation, who: Standing) -> bool {
    matches!(who, Standing::Member { .. }) && (relation.organiser || relation.co_organiser)
}

/// Whether somebody sees it, whatever kind it is of.
pub fn user_can_view_event(event: &Event, relation: Relation, who: Standing) -> bool {
    sight(event, relation, who) == Sight::Seen
}

/// Whether somebody may change it, whatever kind it is of.
pub fn user_can_edit_event(event: &Event, relation: Relation, who: Standing) -> bool {
    user_can_view_event(event, relation, who) && may(event, relation, who, Deed::Edit)
}

/// The rule.
pub fn sight(event: &Event, relation: Relation, who: Standing) -> Sight {
    let organises = organises(relation, who);
    match event.state {
        State::Deleted => Sight::Missing,
        State::Draft | State::Proposed if organises => Sight::Seen,
        State::Proposed if event.is_public() && is_publisher(who) => Sight::Seen,
        State::Draft | State::Proposed => Sight::Missing,
        State::Published if event.is_public() || organises || relation.guest => Sight::Seen,
        State::Published => match who {
            Standing::Member { .. } if relation.participant || relation.assignee => Sight::Seen,
            Standing::Visitor => Sight::SignInFirst,
            Standing::Member { .. } | Standing::Stranger { .. } => Sight::NotTheirs,
        },
    }
}

/// Whether somebody may do this with an event they see (or, for [`Deed::Own`], that they deleted).
pub fn may(event: &Event, relation: Relation, who: Standing, deed: Deed) -> bool {
    let state = match event.state {
        State::Deleted => event.state_before.unwrap_or(State::Draft),
        state => state,
    };
    let is_admin_of_it = event.is_public() && state != State::Draft && roles(who).has(Role::Admin);
    let is_member = matches!(who, Standing::Member { .. });
    match deed {
        Deed::Edit => organises(relation, who) || is_admin_of_it,
        Deed::Own => (is_member && relation.organiser) || is_admin_of_it,
        Deed::Invite => organises(relation, who),
        Deed::Progress => {
            event.kind == Kind::Task
                && (organises(relation, who) || is_admin_of_it || (is_member && relation.assignee))
        }
        Deed::Publish if event.is_public() => {
            is_publisher(who)
                && (organises(relation, who) || event.state == State::Proposed || is_admin_of_it)
        }
        Deed::Publish => organises(relation, who),
    }
}

/// [`Deed::Edit`] of a published event of which only this is known.
pub fn may_edit(relation: Relation, visibility: Visibility, who: Standing) -> bool {
    organises(relation, who) || (visibility == Visibility::Public && roles(who).has(Role::Admin))
}

impl Sight {
    /// The refusal of the contract where it is not seen.
    pub fn check(self) -> Result<(), Error> {
        match self {
            Self::Seen => Ok(()),
            Self::Missing => Err(Refusal::not_found().into()),
            Self::SignInFirst => Err(Refusal::new(401, "event_private").into()),
            Self::NotTheirs => Err(Refusal::new(403, "event_not_yours").into()),
        }
    }
}
