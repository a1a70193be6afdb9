//! Progress of long work: a bar on a terminal, nothing elsewhere (commands print their own lines there).

use indicatif::{ProgressBar, ProgressStyle};

/// A bar of `steps` steps on standard error.
pub fn bar(what: &'static str, steps: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
    if let Ok(style) = ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar.set_prefix(what);
    bar
}
