//! tessera-people
