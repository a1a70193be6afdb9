//! tessera-calendar
