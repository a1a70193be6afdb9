//! The form of every mail: one heading, a few paragraphs, perhaps facts and a button, and at the foot why one gets
//! it. The same words as text and as HTML that looks like the page it leads to.
//!
//! HTML for mail programs: styles inline, colours as `rgb`, nothing loaded from anywhere.

use crate::layout::Brand;
use crate::words::Words;
use askama::Template;
use std::fmt::Write as _;

/// A mail's content, in the reader's language.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    pub heading: String,
    pub paragraphs: Vec<String>,
    /// Label and value, as "When" and "Wednesday 15 April, 9:00–18:00".
    pub facts: Vec<(String, String)>,
    /// Label and address of the one thing to do.
    pub button: Option<(String, String)>,
    /// Further links, smaller: label and address.
    pub links: Vec<(String, String)>,
    /// What follows the button.
    pub after: Vec<String>,
    /// Parts with a heading each, and lines that lead somewhere, as in a digest.
    pub sections: Vec<Section>,
    /// Why one gets this, and how to stop it.
    pub why: String,
    /// Links at the foot: label and address.
    pub stop: Vec<(String, String)>,
}

/// A part of a letter.
#[derive(Clone, Debug, Default)]
pub struct Section {
    pub heading: String,
    pub lines: Vec<Line>,
}

/// One thing that is told, with the way there.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub title: String,
    /// Beneath it; may be empty.
    pub text: String,
    /// The whole address; may be empty.
    pub url: String,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterPage<'a> {
    letter: &'a Letter,
    brand: &'a Brand,
    words: &'a Words,
    accent: String,
}

impl Letter {
    /// The HTML part.
    pub fn html(&self, words: &Words, brand: &Brand) -> Result<String, askama::Error> {
        LetterPage { letter: self, brand, words, accent: accent(brand.hue) }.render()
    }

    /// The text part.
    pub fn text(&self, brand: &Brand) -> String {
        let mut text = format!("{}\n\n", self.heading);
        let mut line = |l: std::fmt::Arguments<'_>| {
            // Writing to a string cannot fail.
            let _ = text.write_fmt(l);
        };
        for p in &self.paragraphs {
            line(format_args!("{p}\n\n"));
        }
        for (label, value) in &self.facts {
            line(format_args!("{label}: {value}\n"));
        }
        if !self.facts.is_empty() {
            line(format_args!("\n"));
        }
        for section in &self.sections {
            if !section.heading.is_empty() {
                line(format_args!("{}\n\n", section.heading));
            }
            for l in &section.lines {
                line(format_args!("* {}\n", l.title));
                for below in [&l.text, &l.url].into_iter().filter(|t| !t.is_empty()) {
                    line(format_args!("  {below}\n"));
                }
            }
            line(format_args!("\n"));
        }
        for (label, address) in self.button.iter().chain(&self.links) {
            line(format_args!("{label}:\n{address}\n\n"));
        }
        for p in &self.after {
            line(format_args!("{p}\n\n"));
        }
        line(format_args!("-- \n{}\n{}\n", brand.name, self.why));
        for (label, address) in &self.stop {
            line(format_args!("{label}: {address}\n"));
        }
        text
    }
}

/// The community's accent on white: OKLCH 52 % lightness, .14 chroma, as sRGB (the matrices are those of CSS
/// Color 4 §10.9 and §10.10). Mail programs know neither OKLCH nor wide gamuts.
fn accent(hue: u16) -> String {
    let (l, c, h) = (0.52_f64, 0.14_f64, f64::from(hue).to_radians());
    let (a, b) = (c * h.cos(), c * h.sin());
    let cubed = |x: f64| x * x * x;
    let long = cubed(l + 0.396_337_777_4 * a + 0.215_803_757_3 * b);
    let middle = cubed(l - 0.105_561_345_8 * a - 0.063_854_172_8 * b);
    let short = cubed(l - 0.089_484_177_5 * a - 1.291_485_548_0 * b);
    let channel = |linear: f64| {
        let linear = linear.clamp(0.0, 1.0);
        let encoded =
            if linear <= 0.003_130_8 { 12.92 * linear } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
        (encoded * 255.0).round()
    };
    let red = channel(4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short);
    let green = channel(-1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short);
    let blue = channel(-0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701_0 * short);
    format!("rgb({red:.0},{green:.0},{blue:.0})")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use crate::words::Catalogue;
    use std::sync::Arc;
    use tessera_core::Locale;

    fn letter() -> Letter {
        Letter {
            heading: "Ana invites you".into(),
            paragraphs: vec!["To <b>the lakes</b>.".into()],
            facts: vec![("When".into(), "Wednesday 15 April, 9:00".into())],
            button: Some(("Answer".into(), "https://club.example/i?token=a&b".into())),
            links: vec![],
            after: vec!["The link works for 7 days.".into()],
            why: "Ana entered your address.".into(),
            sections: vec![Section {
                heading: "New events".into(),
                lines: vec![Line {
                    title: "Spring Rally".into(),
                    text: "15 April".into(),
                    url: "https://club.example/e/1".into(),
                }],
            }],
            stop: vec![("Stop".into(), "https://club.example/stop".into())],
        }
    }

    #[test]
    fn both_parts_say_the_same_and_the_html_is_escaped() {
        let words = Words::new(Arc::new(Catalogue::build([]).unwrap()), Locale::It);
        let brand = Brand { name: "Moto Club".into(), hue: 28 };
        let html = letter().html(&words, &brand).unwrap();
        let text = letter().text(&brand);
        assert!(html.contains(r#"lang="it""#) && html.contains("To &#60;b&#62;the lakes"), "{html}");
        assert!(html.contains("https://club.example/i?token=a&#38;b"), "{html}");
        assert!(text.contains("Answer:\nhttps://club.example/i?token=a&b\n"), "{text}");
        for said in [
            "Ana invites you",
            "Wednesday 15 April, 9:00",
            "The link works for 7 days.",
            "Moto Club",
            "New events",
            "Spring Rally",
            "https://club.example/e/1",
            "https://club.example/stop",
        ] {
            assert!(html.contains(said) && text.contains(said), "{said}");
        }
        assert!(!html.contains("<script") && !html.contains("src="));
    }

    #[test]
    fn every_accent_is_readable_under_white_letters() {
        for hue in 0..360 {
            let text = accent(hue);
            let channels: Vec<f64> = text
                .trim_start_matches("rgb(")
                .trim_end_matches(')')
                .split(',')
                .map(|c| c.parse().unwrap())
                .collect();
            let linear = |c: f64| {
                let c = c / 255.0;
                if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            };
            let luminance =
                0.2126 * linear(channels[0]) + 0.7152 * linear(channels[1]) + 0.0722 * linear(channels[2]);
            // WCAG 2.2 §1.4.3.
            assert!(1.05 / (luminance + 0.05) >= 4.5, "hue {hue}: {text}");
        }
    }
}
