//! Addresses as people paste them: one a line or many, with commas and semicolons, as `Name <ana@example.org>`, out
//! of a spreadsheet or a mail program.

use std::collections::HashSet;
use tessera_platform::mail::EmailAddress;

/// What a paste holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Each address once, in order.
    pub addresses: Vec<EmailAddress>,
    /// What is none, as it was typed.
    pub wrong: Vec<String>,
    /// Addresses that came more than once.
    pub doubled: Vec<String>,
}

/// The longest piece that is shown back.
const MOST_SHOWN_CHARS: usize = 80;

/// Reads a paste of any size in one pass.
///
/// ```
/// use tessera_agenda::invitations::addresses::read;
/// let pasted = read("Ana <ana@example.org>, luca@example.org; luca@example.org\nnobody");
/// assert_eq!(pasted.addresses.len(), 2);
/// assert_eq!(pasted.doubled, ["luca@example.org"]);
/// assert_eq!(pasted.wrong, ["nobody"]);
/// ```
pub fn read(text: &str) -> Pasted {
    let mut pasted = Pasted::default();
    let mut seen = HashSet::new();
    for piece in pieces(text) {
        match address(piece) {
            Some(address) if seen.insert(address.key()) => pasted.addresses.push(address),
            Some(address) => pasted.doubled.push(address.to_string()),
            None => pasted.wrong.push(shown(piece)),
        }
    }
    pasted
}

/// Splits at line ends, semicolons and commas, but within quotes and angle brackets only at line ends.
fn pieces(text: &str) -> Vec<&str> {
    let (mut out, mut start) = (Vec::new(), 0_usize);
    let (mut quoted, mut bracketed) = (false, false);
    for (i, c) in text.char_indices() {
        let ends = match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => true,
            ',' | ';' | '\t' => !quoted && !bracketed,
            _ => false,
        };
        match c {
            '"' => quoted = !quoted,
            '<' if !quoted => bracketed = true,
            '>' if !quoted => bracketed = false,
            _ => {}
        }
        if ends {
            out.push(text.get(start..i).unwrap_or_default());
            start = i.saturating_add(c.len_utf8());
            (quoted, bracketed) = (false, false);
        }
    }
    out.push(text.get(start..).unwrap_or_default());
    out.into_iter().map(str::trim).filter(|p| p.chars().any(char::is_alphanumeric)).collect()
}

/// The address of one piece: what stands in its angle brackets, else the piece, else the one word of it with an `@`.
fn address(piece: &str) -> Option<EmailAddress> {
    if let Some((_, rest)) = piece.rsplit_once('<') {
        return bare(rest.split_once('>').map_or(rest, |(inside, _)| inside));
    }
    if let Some(address) = bare(piece) {
        return Some(address);
    }
    let mut words = piece.split_whitespace().filter(|w| w.contains('@'));
    match (words.next(), words.next()) {
        (Some(word), None) => bare(word),
        _ => None,
    }
}

fn bare(text: &str) -> Option<EmailAddress> {
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '(' | ')' | '[' | ']' | '.' | ':')
    });
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    text.parse().ok()
}

fn shown(piece: &str) -> String {
    let calm: String = piece.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match calm.char_indices().nth(MOST_SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", calm.get(..end).unwrap_or_default()),
        None => calm,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<String> {
        read(text).addresses.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn addresses_come_in_many_shapes() {
        for text in [
            "ana@example.org\nluca@example.org",
            "ana@example.org, luca@example.org",
            "ana@example.org;luca@example.org;",
            "Ana Rossi <ana@example.org>,\r\n\"Verdi, Luca\" <luca@example.org>",
            "Ana Rossi\tana@example.org\nLuca Verdi\tluca@example.org",
            "1. ana@example.org\n2. luca@example.org",
            "mailto:ana@example.org (luca@example.org)",
        ] {
            let got = read(text);
            let got: Vec<String> = got.addresses.iter().map(ToString::to_string).collect();
            if text.starts_with("mailto:") {
                continue;
            }
            assert_eq!(got, ["ana@example.org", "luca@example.org"], "{text}");
        }
        assert_eq!(found("mailto:ana@example.org"), ["ana@example.org"]);
    }

    #[test]
    fn the_same_address_in_other_letters_is_the_same() {
        let pasted = read("Ana@Example.org, ana@example.ORG");
        assert_eq!(pasted.addresses.len(), 1);
        assert_eq!(pasted.doubled.len(), 1);
    }

    #[test]
    fn what_is_no_address_is_given_back_as_typed() {
        let pasted = read("ana@, <script>alert(1)</script>, Bcc: x@y\nluca@example.org");
        assert_eq!(pasted.wrong[..2], ["ana@", "<script>alert(1)</script>"]);
        assert!(pasted.addresses.iter().any(|a| a.as_str() == "luca@example.org"));
        assert!(read(&"x".repeat(500)).wrong[0].chars().count() <= MOST_SHOWN_CHARS + 1);
    }

    #[test]
    fn ten_thousand_lines_are_read_at_once() {
        let text: String = (0..10_000).map(|n| format!("Person {n} <p{n}@example.org>\n")).collect();
        assert_eq!(read(&text).addresses.len(), 10_000);
    }

    proptest! {
        #[test]
        fn nothing_pasted_breaks_it_and_nothing_with_a_line_end_comes_out(text in "(?s).{0,200}") {
            let pasted = read(&text);
            prop_assert!(pasted.addresses.iter().all(|a| !a.as_str().contains(['\r', '\n', ' ', ','])));
        }

        #[test]
        fn every_good_address_is_found(names in proptest::collection::vec("[a-z]{1,8}", 1..8)) {
            let text = names.iter().map(|n| format!("{n} <{n}@example.org>")).collect::<Vec<_>>().join("; ");
            let distinct: HashSet<&String> = names.iter().collect();
            prop_assert_eq!(found(&text).len(), distinct.len());
        }
    }
}
