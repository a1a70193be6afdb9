//! Who may use a route at all. What may be done to one event or one invitation is decided by its slice, on top.

use crate::{Role, Roles};

/// Where somebody stands in the community they are talking to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody signed in.
    Visitor,
    /// Signed in, and not a member here (an operator may be).
    Stranger { operator: bool },
    /// A member, with these roles.
    Member { roles: Roles, operator: bool },
}

/// The least that a route asks of whoever calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody; the route itself decides what they see.
    Anyone,
    /// Whoever is signed in and a member of this community.
    Member,
    /// Whoever is signed in here: a member, or an operator who is none. For what is the account's own.
    Account,
    /// A member holding at least one of these roles. Admins always do.
    AnyOf(&'static [Role]),
    /// Who runs the server, a member here or not.
    Operator,
}

impl Access {
    pub const ADMIN: Self = Self::AnyOf(&[Role::Admin]);
    pub const ORGANISER: Self = Self::AnyOf(&[Role::Organiser]);
}

/// Why a route stays shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// Nobody is signed in: 401, and a page leads to the sign-in.
    SignInFirst,
    /// Signed in, and it is not theirs: 403.
    NotAllowed,
}

impl Access {
    /// Decides from the standing alone.
    ///
    /// ```
    /// use tessera_core::{Access, Role, Roles, Standing, access::Shut};
    /// let admin = Standing::Member { roles: Roles::of(&[Role::Admin]), operator: false };
    /// assert_eq!(Access::ORGANISER.check(admin), Ok(()));
    /// assert_eq!(Access::Operator.check(admin), Err(Shut::NotAllowed));
    /// assert_eq!(Access::Member.check(Standing::Visitor), Err(Shut::SignInFirst));
    /// ```
    pub fn check(self, who: Standing) -> Result<(), Shut> {
        let allowed = match (self, who) {
            (Self::Anyone, _) => true,
            (_, Standing::Visitor) => return Err(Shut::SignInFirst),
            (Self::Member | Self::Account, Standing::Member { .. }) => true,
            (Self::Account, Standing::Stranger { operator }) => operator,
            (Self::AnyOf(wanted), Standing::Member { roles, .. }) => {
                roles.has(Role::Admin) || wanted.iter().any(|r| roles.has(*r))
            }
            (Self::Operator, Standing::Stranger { operator } | Standing::Member { operator, .. }) => operator,
            (Self::Member | Self::AnyOf(_), Standing::Stranger { .. }) => false,
        };
        if allowed { Ok(()) } else { Err(Shut::NotAllowed) }
    }
}

impl std::fmt::Display for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Anyone => f.write_str("anyone"),
            Self::Member => f.write_str("member"),
            Self::Account => f.write_str("account"),
            Self::Operator => f.write_str("operator"),
            Self::AnyOf(roles) => {
                for (i, r) in roles.iter().enumerate() {
                    write!(f, "{}{r}", if i > 0 { "|" } else { "" })?;
                }
                Ok(())
            }
        }
    }
}
