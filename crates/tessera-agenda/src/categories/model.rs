//! What a category is, and which colours are fit for white letters. No database.

use tessera_core::Instant;
use tessera_core::ids::CommunityId;
use tessera_platform::text::fold;
use tessera_web::refusal::FieldError;

pub const MOST_CATEGORIES: usize = 100;
/// As an event's own word.
pub const NAME_MAX_CHARS: usize = 100;
pub const USUAL_COLOUR: &str = "#1f6f54";

/// One category.
#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    pub id: uuid::Uuid,
    pub community_id: CommunityId,
    pub name: String,
    /// `#rrggbb`.
    pub colour: String,
    pub image_url: Option<String>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Category {
    /// What events are found by.
    pub fn name_key(&self) -> String {
        fold(&self.name)
    }
}

pub fn check_name(name: &str) -> Result<String, FieldError> {
    let name = name.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ").trim().to_owned();
    if name.is_empty() {
        return Err(FieldError::new("name", "required"));
    }
    if name.chars().nth(NAME_MAX_CHARS).is_some() {
        return Err(FieldError::new("name", "too_long").with("max", NAME_MAX_CHARS));
    }
    Ok(name)
}

/// The colour as it is kept: made darker where white letters could not be read on it (WCAG 2.2 §1.4.3).
pub fn check_colour(colour: &str) -> Result<String, FieldError> {
    let bad = || FieldError::new("colour", "bad_colour");
    let digits = colour.trim().strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii()).ok_or_else(bad)?;
    let channel = |from: usize| -> Result<u8, FieldError> {
        let pair = digits.get(from..from.saturating_add(2)).ok_or_else(bad)?;
        u8::from_str_radix(pair, 16).map_err(|_| bad())
    };
    let [red, green, blue] = readable([channel(0)?, channel(2)?, channel(4)?]);
    Ok(format!("#{red:02x}{green:02x}{blue:02x}"))
}

/// The luminance that still leaves white letters a contrast of 4.5 to 1, with some room for rounding.
const DARK_ENOUGH: f64 = 1.05 / 4.55 - 0.05;

fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
}

/// The channel nearest to a linear value.
fn encoded(linear_value: f64) -> u8 {
    let nearest = (0..=u8::MAX)
        .min_by(|a, b| (linear(*a) - linear_value).abs().total_cmp(&(linear(*b) - linear_value).abs()));
    nearest.unwrap_or(0)
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let [red, green, blue] = rgb.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The same hue with less light, as little as is needed.
fn readable(rgb: [u8; 3]) -> [u8; 3] {
    let light = luminance(rgb);
    if light <= DARK_ENOUGH { rgb } else { rgb.map(|c| encoded(linear(c) * DARK_ENOUGH / light)) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn white_letters_are_read_on_every_colour() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let colour = readable([red, green, blue]);
                    let contrast = 1.05 / (luminance(colour) + 0.05);
                    assert!(contrast >= 4.5, "{red} {green} {blue}: {colour:?} {contrast}");
                }
            }
        }
    }

    #[test]
    fn a_colour_that_is_dark_enough_stays_and_a_light_one_keeps_its_hue() {
        assert_eq!(check_colour(" #1F6F54 ").unwrap(), "#1f6f54");
        assert_eq!(check_colour("#ffffff").unwrap(), "#767676");
        let yellow = check_colour("#ffff00").unwrap();
        assert!(yellow.ends_with("00") && yellow.get(1..3) == yellow.get(3..5), "{yellow}");
        for bad in ["", "red", "#12345", "#1234567", "#ééé", "123456"] {
            assert!(check_colour(bad).is_err(), "{bad}");
        }
    }
}
