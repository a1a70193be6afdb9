//! What people see of events and write about them.

pub mod agenda;
pub mod deeds;
pub mod edit;
pub mod event;
mod form;
mod linked_data;
pub mod mine;
pub mod month;
pub mod organisers;
pub mod part;
pub mod repeat;
pub mod row;

pub(crate) use form::priority_key;
