//! tessera-platform
