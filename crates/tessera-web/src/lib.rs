//! The page kit: what every page and API of the product is made with, and no feature.

pub mod assets;
pub mod layout;
pub mod ui;
pub mod words;
