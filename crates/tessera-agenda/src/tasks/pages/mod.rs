//! The pages of tasks.

pub mod assignees;
pub mod mine;
pub mod panel;

pub use panel::PANEL;
