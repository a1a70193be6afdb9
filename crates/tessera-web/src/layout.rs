//! What stands around every page: the bar, the places, the foot, the line that says what was just done.
//!
//! A page is a struct with a field `layout: Layout` and a template that begins with
//! `{% extends "layout.html" %}`. The layout knows no feature: whoever answers the request fills in the places.

use crate::assets;
use crate::phone;
use crate::ui::{Icon, initials};
use crate::words::Words;
use tessera_core::Locale;

/// All that the frame of a page shows.
#[derive(Clone, Debug)]
pub struct Layout {
    pub words: Words,
    pub community: Brand,
    /// What this page is; the tab shows it before the community's name.
    pub title: String,
    pub meta: Meta,
    /// The path and query asked for: where a change of language comes back to.
    pub path: String,
    pub places: Vec<Place>,
    /// The pages of administration this reader may use, on such a page (`manage.html`); elsewhere empty.
    pub manage: Vec<Place>,
    /// Where search and creating are, for those who may.
    pub search: Option<String>,
    pub create: Option<String>,
    /// Links of the foot: address and words.
    pub foot: Vec<(String, String)>,
    pub viewer: Option<Viewer>,
    /// Empty where nobody is signed in and no form needs it.
    pub csrf_token: String,
    pub flash: Option<Flash>,
}

/// Whose page it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    pub name: String,
    /// The hue of its accent colour, in degrees of OKLCH; all colours follow from it.
    pub hue: u16,
}

/// One place of the bar and, on phones, of the tabs at the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub href: String,
    pub label: String,
    pub icon: Icon,
    pub is_current: bool,
    /// What waits there, shown where it is not zero.
    pub count: u32,
    /// The keys that go there, as `g a`; empty for none.
    pub keys: &'static str,
}

impl Place {
    pub fn new(href: impl Into<String>, label: impl Into<String>, icon: Icon) -> Self {
        Self { href: href.into(), label: label.into(), icon, is_current: false, count: 0, keys: "" }
    }

    /// The count as it is shown: nothing for nothing, and at most two digits.
    pub fn count_shown(&self) -> String {
        match self.count {
            0 => String::new(),
            n @ 1..=99 => n.to_string(),
            _ => "99+".to_owned(),
        }
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    pub name: String,
}

impl Viewer {
    pub fn initials(&self) -> String {
        initials(&self.name)
    }
}

/// How something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlashKind {
    Done,
    Failed,
    Told,
}

impl FlashKind {
    pub fn class(self) -> &'static str {
        match self {
            Self::Done => "good",
            Self::Failed => "bad",
            Self::Told => "info",
        }
    }

    pub fn icon(self) -> Icon {
        match self {
            Self::Done => Icon::Done,
            Self::Failed => Icon::Alert,
            Self::Told => Icon::Info,
        }
    }
}

/// What was just done, shown once, with the way back where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    pub kind: FlashKind,
    pub text: String,
    /// The address that a press on "Undo" posts to.
    pub undo: Option<String>,
}

impl Flash {
    pub fn done(text: impl Into<String>) -> Self {
        Self { kind: FlashKind::Done, text: text.into(), undo: None }
    }

    pub fn failed(text: impl Into<String>) -> Self {
        Self { kind: FlashKind::Failed, text: text.into(), undo: None }
    }

    pub fn told(text: impl Into<String>) -> Self {
        Self { kind: FlashKind::Told, text: text.into(), undo: None }
    }
}

/// What other programs read about the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    pub description: String,
    /// The page's one address, whole; also its Open Graph `og:url`.
    pub canonical: String,
    /// The address of a picture, whole.
    pub image: String,
    /// `article`, `website`…; empty for `website`.
    pub kind: &'static str,
    /// Feeds of this page: media type, address, title.
    pub feeds: Vec<(&'static str, String, String)>,
    /// For pages that no search engine should keep.
    pub is_hidden: bool,
}

impl Layout {
    /// A frame with nothing in it but whose it is.
    pub fn new(words: Words, community: Brand, title: impl Into<String>) -> Self {
        Self {
            words,
            community,
            title: title.into(),
            meta: Meta::default(),
            path: "/".to_owned(),
            places: Vec::new(),
            manage: Vec::new(),
            search: None,
            create: None,
            foot: Vec::new(),
            viewer: None,
            csrf_token: String::new(),
            flash: None,
        }
    }

    #[must_use]
    pub fn with_flash(self, flash: Option<Flash>) -> Self {
        Self { flash, ..self }
    }

    /// A text of this page's language: `layout.t("button-undo")`.
    pub fn t(&self, key: &str) -> &str {
        self.words.t(key)
    }

    pub fn is_in(&self, locale: Locale) -> bool {
        self.words.locale() == locale
    }

    /// The hidden field of every form that changes something.
    pub fn csrf(&self) -> CsrfField<'_> {
        CsrfField(&self.csrf_token)
    }

    pub fn locales(&self) -> [Locale; 5] {
        Locale::ALL
    }

    pub fn scripts(&self) -> &'static str {
        assets::JS
    }

    pub fn styles(&self) -> &'static str {
        assets::CSS
    }

    /// Around the page on a phone, in light and in dark: the colour of the page itself.
    pub fn theme_colours(&self) -> [(&'static str, String); 2] {
        [("light", phone::hex(phone::PAGE_LIGHT)), ("dark", phone::hex(phone::PAGE_DARK))]
    }

    pub fn font(&self) -> &'static str {
        assets::FONT
    }
}

/// The token of the page as a hidden field; displayed, it is its HTML, nothing where there is no token.
#[derive(Clone, Copy, Debug)]
pub struct CsrfField<'a>(&'a str);

impl std::fmt::Display for CsrfField<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Tokens are base64url: nothing of them needs escaping, and what would is left out.
        if self.0.is_empty() || !self.0.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.=~".contains(&b)) {
            return Ok(());
        }
        write!(f, r#"<input type="hidden" name="csrf_token" value="{}">"#, self.0)
    }
}

impl askama::filters::HtmlSafe for CsrfField<'_> {}
