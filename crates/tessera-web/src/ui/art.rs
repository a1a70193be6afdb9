//! The quiet pattern that stands where an event has no picture: always the same for the same id, in the community's
//! colours (the classes `a0` to `a3` of the styles), a few hundred bytes of SVG.

use askama::filters::HtmlSafe;
use std::fmt;
use uuid::Uuid;

/// The pattern of one id; displayed, it is its SVG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Art(u64);

impl Art {
    pub fn of(id: impl Into<Uuid>) -> Self {
        // FNV-1a: ids that were made one after the other look nothing alike.
        let bytes = *id.into().as_bytes();
        Self(
            bytes
                .iter()
                .fold(0xcbf2_9ce4_8422_2325, |h: u64, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3)),
        )
    }

    /// The `n`th small number of this id, below `below`.
    fn pick(self, n: u32, below: u64) -> u64 {
        let mixed =
            (self.0 ^ u64::from(n).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        (mixed ^ (mixed >> 33)) % below.max(1)
    }

    fn rings(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (x, y) = (120 + self.pick(1, 560), 20 + self.pick(2, 240));
        for (n, radius) in [430_u64, 330, 240, 160, 90, 40].into_iter().enumerate() {
            let shade = ["a1", "a0", "a2", "a1", "a3", "a2"].get(n).copied().unwrap_or("a1");
            write!(f, r#"<circle class="{shade}" cx="{x}" cy="{y}" r="{radius}"/>"#)?;
        }
        Ok(())
    }

    fn hills(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (x, y) = (90 + self.pick(1, 620), 50 + self.pick(2, 60));
        write!(f, r#"<circle class="a1" cx="{x}" cy="{y}" r="{}"/>"#, 34 + self.pick(3, 40))?;
        for (n, shade) in (0_u32..).zip(["a1", "a2", "a3"]) {
            let base = 110 + u64::from(n) * 46;
            let [a, b, c, d] = [4, 5, 6, 7].map(|k| base + self.pick(k + n * 7, 70) - 20);
            write!(
                f,
                r#"<path class="{shade}" d="M0 {a}C150 {b} 260 {c} 400 {d}S660 {b} 800 {c}V250H0Z"/>"#
            )?;
        }
        Ok(())
    }

    fn tiles(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for n in 0_u32..40 {
            let (column, row) = (n % 10, n / 10);
            let shade =
                ["a1", "a1", "a2", "a3", "a0"].get(usize::try_from(self.pick(n, 5)).unwrap_or(0)).copied();
            let (x, y) = (column * 80, row * 63);
            let shape = match self.pick(n + 50, 4) {
                0 => format!("M{x} {y}h80v63z"),
                1 => format!("M{x} {y}v63h80z"),
                2 => format!("M{x} {y}h80a80 63 0 0 1-80 63z"),
                _ => format!("M{x} {y}h80v63a80 63 0 0 1-80-63z"),
            };
            write!(f, r#"<path class="{}" d="{shape}"/>"#, shade.unwrap_or("a1"))?;
        }
        Ok(())
    }

    fn rays(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Corners of a ring far outside of the picture; every second wedge is drawn.
        const RING: [(i32, i32); 16] = [
            (900, 0),
            (831, 344),
            (636, 636),
            (344, 831),
            (0, 900),
            (-344, 831),
            (-636, 636),
            (-831, 344),
            (-900, 0),
            (-831, -344),
            (-636, -636),
            (-344, -831),
            (0, -900),
            (344, -831),
            (636, -636),
            (831, -344),
        ];
        let (x, y) = (200 + self.pick(1, 400), 40 + self.pick(2, 170));
        for (n, pair) in RING.chunks_exact(2).enumerate() {
            if let [(ax, ay), (bx, by)] = pair {
                let shade = if n % 2 == usize::from(self.pick(3, 2) == 1) { "a1" } else { "a2" };
                write!(f, r#"<path class="{shade}" d="M{x} {y}l{ax} {ay} {} {}Z"/>"#, bx - ax, by - ay)?;
            }
        }
        write!(f, r#"<circle class="a3" cx="{x}" cy="{y}" r="{}"/>"#, 22 + self.pick(4, 40))
    }
}

impl fmt::Display for Art {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let svg = r#"<svg viewBox="0 0 800 250" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><path class="a0" d="M0 0h800v250H0Z"/>"#;
        f.write_str(svg)?;
        match self.pick(0, 4) {
            0 => self.rings(f)?,
            1 => self.hills(f)?,
            2 => self.tiles(f)?,
            _ => self.rays(f)?,
        }
        f.write_str("</svg>")
    }
}

impl HtmlSafe for Art {}

/// The one or two letters that stand for somebody without a picture.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_the_same_for_the_same_id_and_differs_between_ids() {
        let ids: Vec<Uuid> = (1..=40).map(Uuid::from_u128).collect();
        let drawn: std::collections::HashSet<String> =
            ids.iter().map(|id| Art::of(*id).to_string()).collect();
        assert_eq!(drawn.len(), ids.len());
        assert!(drawn.contains(&Art::of(Uuid::from_u128(7)).to_string()));
        assert!(drawn.iter().all(|svg| svg.len() < 4_000));
    }

    #[test]
    fn initials_are_those_of_the_first_and_last_name() {
        assert_eq!(initials("Giulia Maria  Rossi"), "GR");
        assert_eq!(initials("élodie"), "É");
        assert_eq!(initials(" "), "");
        assert_eq!(initials("نور الهدى"), "نا");
    }
}
