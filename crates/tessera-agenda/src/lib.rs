//! tessera-agenda
