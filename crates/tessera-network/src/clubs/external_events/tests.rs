//! Stories, on both engines.
