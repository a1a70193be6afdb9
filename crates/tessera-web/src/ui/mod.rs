//! The pieces that pages are put together from and that need more than markup: icons, fields, forms, the pattern
//! that stands for a picture. Pieces that are markup alone are macros in `templates/macros.html` and classes in
//! `frontend/src/styles`; README.md of this crate shows all of them.

mod art;
mod field;
mod form;
mod icon;

pub use art::{Art, initials};
pub use field::{Choice, Field};
pub use form::Form;
pub use icon::Icon;
