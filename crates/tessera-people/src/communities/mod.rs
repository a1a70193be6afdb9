//! Communities and who belongs to them.

pub mod memberships;
