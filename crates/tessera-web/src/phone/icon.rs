//! The picture of an installed community: its initials, white on its colours, drawn from the outlines of the pages'
//! typeface. Where a letter is none of those known, the mark of Tessera stands for all.

use super::colour::{Oklch, srgb};
use tiny_skia::{
    Color, FillRule, GradientStop, LinearGradient, Paint, Path, PathBuilder, Pixmap, Point, SpreadMode,
    Transform,
};

/// A line each: the letter, its width, its outline; the em is 1024, upwards. Made by `scripts/letters.py`.
const LETTERS: &str = include_str!("letters.txt");
/// How high capitals are.
const CAPITAL: f32 = 745.0;
/// The mark of the page's tab, downwards in a square of 32.
const MARK: &str =
    "M9 0 L23 0 Q32 0 32 9 L32 23 Q32 32 23 32 L19 32 L19 16 L13 16 L13 32 L9 32 Q0 32 0 23 L0 9 Q0 0 9 0 Z";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// With round corners.
    Rounded,
    /// To the edges: the phone cuts it as it likes, and shows at least the inner four fifths.
    Full,
}

/// A PNG of this size; none only where there is no memory for it.
pub fn draw(initials: &str, hue: u16, size: u16, shape: Shape) -> Option<Vec<u8>> {
    let mut picture = Pixmap::new(size.into(), size.into())?;
    let edge = f32::from(size);
    let hue = f32::from(hue);
    // Dark enough at both ends for white letters.
    let (from, to): (Oklch, Oklch) = ((0.42, 0.15, hue), (0.57, 0.15, (hue + 40.0) % 360.0));
    let stops = vec![GradientStop::new(0.0, srgb(from)), GradientStop::new(1.0, srgb(to))];
    let (low, high) = (Point::from_xy(0.0, edge), Point::from_xy(edge, 0.0));
    let ground = Paint {
        shader: LinearGradient::new(low, high, stops, SpreadMode::Pad, Transform::identity())?,
        anti_alias: true,
        ..Paint::default()
    };
    let round = if shape == Shape::Rounded { 0.28 * edge } else { 0.0 };
    picture.fill_path(&square(edge, round)?, &ground, FillRule::Winding, Transform::identity(), None);
    let mut white = Paint::default();
    white.set_color(Color::WHITE);
    let room = if shape == Shape::Rounded { 0.66 } else { 0.52 } * edge;
    if let Some((letters, width)) = letters(initials) {
        let scale = (room / width).min(0.62 * room / CAPITAL);
        let place = Transform::from_row(
            scale,
            0.0,
            0.0,
            -scale,
            (edge - width * scale) / 2.0,
            (edge + CAPITAL * scale) / 2.0,
        );
        picture.fill_path(&letters, &white, FillRule::Winding, place, None);
    } else {
        let scale = 0.7 * room / 32.0;
        let margin = (edge - 32.0 * scale) / 2.0;
        let mut mark = PathBuilder::new();
        trace(&mut mark, MARK, 0.0)?;
        let place = Transform::from_row(scale, 0.0, 0.0, scale, margin, margin);
        picture.fill_path(&mark.finish()?, &white, FillRule::Winding, place, None);
    }
    picture.encode_png().ok()
}

fn square(edge: f32, round: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(round, 0.0);
    path.line_to(edge - round, 0.0);
    path.quad_to(edge, 0.0, edge, round);
    path.line_to(edge, edge - round);
    path.quad_to(edge, edge, edge - round, edge);
    path.line_to(round, edge);
    path.quad_to(0.0, edge, 0.0, edge - round);
    path.line_to(0.0, round);
    path.quad_to(0.0, 0.0, round, 0.0);
    path.close();
    path.finish()
}

/// The outlines one after the other, and how wide they are together.
fn letters(initials: &str) -> Option<(Path, f32)> {
    let mut path = PathBuilder::new();
    let mut width = 0.0;
    for letter in initials.chars().take(3) {
        let line = LETTERS.lines().find(|line| line.starts_with(letter))?;
        let (wide, outline) = line.get(letter.len_utf8()..)?.trim_start().split_once(' ')?;
        trace(&mut path, outline, width)?;
        width += wide.parse::<f32>().ok()?;
    }
    Some((path.finish()?, width))
}

/// Reads an outline: M, L, Q, C with their numbers, Z.
fn trace(path: &mut PathBuilder, outline: &str, right: f32) -> Option<()> {
    let mut command = 'Z';
    let mut numbers: Vec<f32> = Vec::with_capacity(6);
    for word in outline.split(' ') {
        let number = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        command = word.chars().next().filter(char::is_ascii_alphabetic).unwrap_or(command);
        if !number.is_empty() {
            let offset = if numbers.len().is_multiple_of(2) { right } else { 0.0 };
            numbers.push(number.parse::<f32>().ok()? + offset);
        }
        match (command, numbers.as_slice()) {
            ('M', [x, y]) => path.move_to(*x, *y),
            ('L', [x, y]) => path.line_to(*x, *y),
            ('Q', [a, b, x, y]) => path.quad_to(*a, *b, *x, *y),
            ('C', [a, b, c, d, x, y]) => path.cubic_to(*a, *b, *c, *d, *x, *y),
            ('Z', []) => path.close(),
            _ => continue,
        }
        numbers.clear();
    }
    Some(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn drawn(initials: &str, shape: Shape) -> Pixmap {
        Pixmap::decode_png(&draw(initials, 150, 192, shape).unwrap()).unwrap()
    }

    fn white(picture: &Pixmap) -> usize {
        picture.pixels().iter().filter(|p| p.red() > 250 && p.green() > 250 && p.blue() > 250).count()
    }

    #[test]
    fn an_icon_shows_the_initials_of_any_script_or_the_mark() {
        for initials in ["MT", "Ž", "ΑΩ", "ДЖ", "27", "SSÖ", "合唱", ""] {
            for shape in [Shape::Rounded, Shape::Full] {
                let share = white(&drawn(initials, shape));
                assert!((500..20_000).contains(&share), "{initials} {shape:?}: {share}");
            }
        }
        assert_ne!(drawn("MT", Shape::Full).data(), drawn("CR", Shape::Full).data());
        assert_eq!(drawn("合唱", Shape::Full).data(), drawn("", Shape::Full).data());
    }

    #[test]
    fn only_the_one_that_the_phone_cuts_fills_its_corners() {
        assert_eq!(drawn("MT", Shape::Rounded).pixel(0, 0).unwrap().alpha(), 0);
        assert_eq!(drawn("MT", Shape::Full).pixel(0, 0).unwrap().alpha(), 255);
    }

    #[test]
    fn every_letter_can_be_drawn() {
        for line in LETTERS.lines() {
            let letter = line.chars().next().unwrap().to_string();
            assert!(letters(&letter).is_some(), "{letter}");
        }
    }
}
