//! What a member may be in a community. A person can be several of these.

use serde::{Deserialize, Serialize};

/// A role in one community, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Member,
    Staff,
    Promoter,
    Organiser,
    Admin,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Member, Self::Staff, Self::Promoter, Self::Organiser, Self::Admin];

    /// As written in JSON, in the database and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Staff => "staff",
            Self::Promoter => "promoter",
            Self::Organiser => "organiser",
            Self::Admin => "admin",
        }
    }

    fn bit(self) -> u8 {
        match self {
            Self::Member => 1,
            Self::Staff => 2,
            Self::Promoter => 4,
            Self::Organiser => 8,
            Self::Admin => 16,
        }
    }
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// Not the name of a role.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the role is none of admin, organiser, promoter, staff, member")]
pub struct UnknownRole;

impl std::str::FromStr for Role {
    type Err = UnknownRole;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|r| r.code() == s).ok_or(UnknownRole)
    }
}

/// A set of roles.
///
/// ```
/// use tessera_core::{Role, Roles};
/// let r = Roles::of(&[Role::Member, Role::Organiser]);
/// assert!(r.has(Role::Organiser) && !r.has(Role::Admin));
/// assert_eq!(r.highest(), Some(Role::Organiser));
/// assert_eq!(r.to_string(), "organiser member");
/// assert_eq!("organiser member".parse::<Roles>().unwrap(), r);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Roles(u8);

impl Roles {
    pub const NONE: Self = Self(0);

    pub fn of(roles: &[Role]) -> Self {
        roles.iter().fold(Self::NONE, |set, r| set.with(*r))
    }

    #[must_use]
    pub fn with(self, role: Role) -> Self {
        Self(self.0 | role.bit())
    }

    #[must_use]
    pub fn without(self, role: Role) -> Self {
        Self(self.0 & !role.bit())
    }

    pub fn has(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }

    pub fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Highest first.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().rev().filter(move |r| self.has(*r))
    }

    /// What the documents call an account's `role`.
    pub fn highest(self) -> Option<Role> {
        self.iter().next()
    }
}

impl std::fmt::Display for Roles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, r) in self.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            f.write_str(r.code())?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Roles {
    type Err = UnknownRole;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.split_ascii_whitespace().try_fold(Self::NONE, |set, r| Ok(set.with(r.parse()?)))
    }
}

impl Serialize for Roles {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Roles {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Ok(Self::of(&Vec::<Role>::deserialize(d)?))
    }
}
