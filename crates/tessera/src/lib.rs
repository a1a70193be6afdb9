//! The program: the list of its slices, and how it is put together, served and stopped.

pub mod program;
pub mod slices;
