//! One normalised form of a text for searching and sorting, the same on both engines: neither case nor accents nor
//! spacing tell two texts apart.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Decomposed (NFKD), without accents, in lower case, with letters that do not decompose spelt out (`ß` as `ss`,
/// `ø` as `o`), without invisible characters, each run of white space as one space. Folding twice changes nothing.
///
/// ```
/// use tessera_platform::text::fold;
/// assert_eq!(fold("  Straßenfest\tin ŁÓDŹ "), "strassenfest in lodz");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd().flat_map(char::to_lowercase).nfkd().filter(|c| canonical_combining_class(*c) == 0) {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        match spelt_out(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(c),
        }
    }
    folded
}

/// Control characters, joiners, soft hyphens, marks of direction, variation selectors.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn spelt_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' | 'ɖ' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ĸ' => "k",
        'ς' => "σ",
        '’' | '‘' | 'ʼ' | '`' | '´' => "'",
        '–' | '—' | '‐' | '‒' | '−' => "-",
        '“' | '”' | '„' | '«' | '»' => "\"",
        _ => return None,
    })
}

/// The beginning of `text`, at most `most_chars` characters, cut between words and then marked with `…`.
///
/// ```
/// use tessera_platform::text::excerpt;
/// assert_eq!(excerpt("one two three", 9), "one two…");
/// assert_eq!(excerpt("one two", 9), "one two");
/// ```
pub fn excerpt(text: &str, most_chars: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = words.char_indices().nth(most_chars) else { return words };
    let keep = most_chars.saturating_sub(1);
    let cut: String = words.chars().take(keep).collect();
    let broken = !words.get(cut.len()..end).is_some_and(|next| next.starts_with(' '));
    let whole = match cut.rfind(' ') {
        Some(space) if broken => cut.get(..space).unwrap_or(&cut),
        _ => &cut,
    };
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_and_spelling_of_letters_do_not_matter() {
        for (text, folded) in [
            ("Caffè Élysée", "caffe elysee"),
            ("Çeşme, İstanbul, ISPARTA, ılgaz", "cesme, istanbul, isparta, ilgaz"),
            ("Übergröße ÜBERGRÖẞE", "ubergrosse ubergrosse"),
            ("Ærø Œuvre Łódź Þórr Đà Nẵng", "aero oeuvre lodz thorr da nang"),
            ("ﬁne Ⅳ ２０２６", "fine iv 2026"),
            ("ΟΔΥΣΣΕΥΣ Οδυσσεύς", "οδυσσευσ οδυσσευσ"),
            ("l’été – «oui»", "l'ete - \"oui\""),
            ("zero\u{200b}width so\u{ad}ft", "zerowidth soft"),
            ("हिन्दी", "हिनदी"),
            ("日本語", "日本語"),
            (" \t\r\n\u{a0} ", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn upper_and_lower_case_of_latin_text_fold_alike(text in "[a-zà-öø-ÿßœæ ]{0,40}") {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
        }

        #[test]
        fn an_excerpt_is_never_longer_than_asked(text in "\\PC{0,80}", most in 1_usize..60) {
            prop_assert!(excerpt(&text, most).chars().count() <= most);
        }
    }
}
