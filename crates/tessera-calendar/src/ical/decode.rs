//! The bytes of a file, made ready for the line reader.
//!
//! Afterwards every line ends in LF (CRLF stays), control characters are gone (RFC 5545 §3.1 allows only HTAB;
//! a NUL could not even be stored), and every *logical* line is UTF-8. Physical lines keep their number, and a
//! fold inside a multi-byte character stays where it is: only unfolding makes such a line whole.

use std::borrow::Cow;

/// Prepares `bytes` as described above, without copying where nothing has to change.
pub(super) fn prepare(bytes: &[u8]) -> Cow<'_, [u8]> {
    let bytes = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(rest),
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(from_utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(from_utf16(rest, u16::from_be_bytes)),
        _ => Cow::Borrowed(bytes),
    };
    let bytes = if needs_cleaning(&bytes) { Cow::Owned(clean(&bytes)) } else { bytes };
    if std::str::from_utf8(&bytes).is_ok() { bytes } else { Cow::Owned(make_utf8(&bytes)) }
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Vec<u8> {
    let (pairs, _odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect::<String>()
        .into_bytes()
}

fn is_forbidden(byte: u8) -> bool {
    byte == 0x7F || (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'))
}

fn needs_cleaning(bytes: &[u8]) -> bool {
    let lone_cr = bytes
        .iter()
        .zip(bytes.iter().skip(1).chain(std::iter::once(&0)))
        .any(|(b, n)| *b == b'\r' && *n != b'\n');
    lone_cr || bytes.iter().any(|b| is_forbidden(*b))
}

/// One LF for CR, CRLF and CR CR LF alike, and no control characters.
fn clean(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        if byte == b'\r' {
            // Files that went through a text-mode transfer end their lines in CR CR LF: one line end, not two.
            let mut returns = 1;
            while rest.next_if_eq(&b'\r').is_some() {
                returns += 1;
            }
            if rest.next_if_eq(&b'\n').is_some() {
                returns = 1;
            }
            out.extend(std::iter::repeat_n(b'\n', returns));
        } else if !is_forbidden(byte) {
            out.push(byte);
        }
    }
    out
}

/// Re-encodes the logical lines that are not UTF-8 and leaves the others alone.
fn make_utf8(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 8);
    let mut logical: Vec<&[u8]> = Vec::new();
    for physical in bytes.split_inclusive(|b| *b == b'\n') {
        let continues = matches!(physical.first(), Some(b' ' | b'\t'));
        if !continues {
            flush(&logical, &mut out);
            logical.clear();
        }
        logical.push(physical);
    }
    flush(&logical, &mut out);
    out
}

fn flush(logical: &[&[u8]], out: &mut Vec<u8>) {
    let mut unfolded = Vec::new();
    for (i, physical) in logical.iter().enumerate() {
        let content = if i == 0 { physical } else { physical.get(1..).unwrap_or_default() };
        let content = content.strip_suffix(b"\n").unwrap_or(content);
        unfolded.extend_from_slice(content.strip_suffix(b"\r").unwrap_or(content));
    }
    if std::str::from_utf8(&unfolded).is_ok() {
        logical.iter().for_each(|physical| out.extend_from_slice(physical));
        return;
    }
    // With not one valid multi-byte character it is a file of an older program in Windows-1252 (a superset of
    // Latin-1's printable part); otherwise it is UTF-8 with damage.
    let is_utf8_with_damage = unfolded.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    for physical in logical {
        if is_utf8_with_damage {
            out.extend_from_slice(String::from_utf8_lossy(physical).as_bytes());
        } else {
            let mut buffer = [0; 4];
            physical
                .iter()
                .for_each(|b| out.extend_from_slice(windows_1252(*b).encode_utf8(&mut buffer).as_bytes()));
        }
    }
}

fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|i| HIGH.get(usize::from(i))).copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::prepare;

    fn text(bytes: &[u8]) -> String {
        String::from_utf8_lossy(&prepare(bytes)).into_owned()
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(text("\u{feff}BEGIN:X".as_bytes()), "BEGIN:X");
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("è\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(text(&utf16), "è\n");
    }

    #[test]
    fn every_kind_of_line_end_is_one_line_end() {
        assert_eq!(text(b"a\rb\r\nc\nd\r\r\ne"), "a\nb\nc\nd\ne");
        assert_eq!(text(b"a\r\nb\r\n"), "a\r\nb\r\n");
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(text(b"a\0b\x07c\td"), "abc\td");
    }

    #[test]
    fn an_old_file_in_windows_1252_is_read_as_such() {
        assert_eq!(text(b"SUMMARY:Caff\xE8 \x80 5\n"), "SUMMARY:Caffè € 5\n");
    }

    #[test]
    fn damage_in_one_line_does_not_reach_the_others() {
        assert_eq!(text(b"A:\xC3\xA8\xFF\nB:\xC3\xA9\n"), "A:è\u{FFFD}\nB:é\n");
    }

    #[test]
    fn a_fold_inside_a_character_is_left_for_unfolding() {
        let folded = b"A:caff\xC3\r\n \xA8\r\nB:1\r\n";
        assert_eq!(prepare(folded).as_ref(), folded);
    }
}
