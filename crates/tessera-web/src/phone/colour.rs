//! The colours of the styles where no style sheet is read: manifests and pictures. OKLCH as in `tokens.css`.

use tiny_skia::Color;

/// Lightness, chroma, hue in degrees.
pub type Oklch = (f32, f32, f32);

/// `--page`, in light and in dark.
pub const PAGE_LIGHT: Oklch = (0.986, 0.004, 80.0);
pub const PAGE_DARK: Oklch = (0.19, 0.006, 260.0);

/// In sRGB, each part cut to what a screen can show (CSS Color 4 §12, the matrices of OKLab).
pub fn srgb((lightness, chroma, hue): Oklch) -> Color {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let cube = |value: f32| value * value * value;
    let l = cube(lightness + 0.396_337_78 * a + 0.215_803_76 * b);
    let m = cube(lightness - 0.105_561_346 * a - 0.063_854_17 * b);
    let s = cube(lightness - 0.089_484_18 * a - 1.291_485_5 * b);
    let gamma = |value: f32| {
        let value = value.clamp(0.0, 1.0);
        if value <= 0.003_130_8 { 12.92 * value } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 }
    };
    let red = gamma(4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s);
    let green = gamma(-1.268_438 * l + 2.609_757_4 * m - 0.341_319_4 * s);
    let blue = gamma(-0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s);
    Color::from_rgba(red.clamp(0.0, 1.0), green.clamp(0.0, 1.0), blue.clamp(0.0, 1.0), 1.0)
        .unwrap_or(Color::BLACK)
}

/// As `#rrggbb`.
pub fn hex(colour: Oklch) -> String {
    let colour = srgb(colour).to_color_u8();
    format!("#{:02x}{:02x}{:02x}", colour.red(), colour.green(), colour.blue())
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn colours_are_those_that_browsers_show() {
        for (colour, shown) in [
            ((1.0, 0.0, 0.0), "#ffffff"),
            ((0.0, 0.0, 0.0), "#000000"),
            ((0.627_955, 0.257_683, 29.233_9), "#ff0000"),
            ((0.519_752, 0.176_858, 142.495), "#008000"),
        ] {
            assert_eq!(hex(colour), shown);
        }
    }
}
