//! The icons: strokes in the colour of the text beside them. They never stand alone without a word or a label.

use askama::filters::HtmlSafe;
use std::fmt;

macro_rules! icons {
    ($($name:ident = $file:literal),* $(,)?) => {
        /// One icon; displayed, it is its SVG.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Icon { $($name),* }

        impl Icon {
            pub const ALL: &'static [(&'static str, Self)] = &[$(($file, Self::$name)),*];

            pub fn svg(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("../../templates/icons/", $file, ".svg"))),* }
            }
        }
    };
}

icons! {
    About = "about", Agenda = "agenda", Alert = "alert", Back = "back", Calendar = "calendar", Check = "check",
    Clock = "clock", Done = "done", Download = "download", Edit = "edit", Feed = "feed", Inbox = "inbox",
    Info = "info", Key = "key", Link = "link", Lock = "lock", Mail = "mail", Next = "next", Out = "out",
    People = "people", Person = "person", Place = "place", Plus = "plus", Search = "search",
    Settings = "settings", Trash = "trash", Undo = "undo", Upload = "upload",
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.svg())
    }
}

impl HtmlSafe for Icon {}
