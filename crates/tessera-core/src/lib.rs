//! tessera-core
