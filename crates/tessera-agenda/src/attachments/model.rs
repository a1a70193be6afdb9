//! What may be attached. No database.

use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId, EventId};

pub const MOST_OF_EVENT: i64 = 10;
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
const NAME_MAX_CHARS: usize = 200;

/// One file of an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    pub id: uuid::Uuid,
    /// None: on its way in, or out.
    pub event_id: Option<EventId>,
    pub community_id: CommunityId,
    pub account_id: Option<AccountId>,
    pub name: String,
    pub media_type: String,
    pub bytes: i64,
    pub created_at: Instant,
}

/// What is let in, told by the first bytes, with the ending its name is to have. Programs, pages and archives are not.
const KINDS: [(&str, &[&str]); 17] = [
    ("application/pdf", &["pdf"]),
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/png", &["png"]),
    ("image/gif", &["gif"]),
    ("image/webp", &["webp"]),
    ("application/msword", &["doc"]),
    ("application/vnd.ms-excel", &["xls"]),
    ("application/vnd.ms-powerpoint", &["ppt"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ("application/vnd.oasis.opendocument.text", &["odt"]),
    ("application/vnd.oasis.opendocument.spreadsheet", &["ods"]),
    ("application/vnd.oasis.opendocument.presentation", &["odp"]),
    ("application/rtf", &["rtf"]),
    ("text/rtf", &["rtf"]),
    (PLAIN, &["txt", "csv", "md", "ics", "log", "gpx", "geojson", "json", "vcf", "yaml", "yml"]),
];

pub const PLAIN: &str = "text/plain";

/// The media type of what may be attached, by its content. None: it may not.
pub fn sniff(content: &[u8]) -> Option<&'static str> {
    let known = |media: &str| KINDS.iter().map(|(kind, _)| *kind).find(|kind| *kind == media);
    match infer::get(content) {
        Some(kind) => known(kind.mime_type()),
        None if content.is_empty() => None,
        None => is_text(content).then_some(PLAIN),
    }
}

fn is_text(content: &[u8]) -> bool {
    let is_plain = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    std::str::from_utf8(content)
        .is_ok_and(|text| text.strip_prefix('\u{feff}').unwrap_or(text).chars().all(is_plain))
}

/// The name it is saved under: one component of a path, with an ending that fits what it is.
pub fn name(given: &str, media_type: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '"' | '<' | '>' | '|' | '?' | '*' | ':'))
        .collect();
    let kept = kept.trim().trim_start_matches('.').trim();
    let text: &[&str] = &["txt"];
    let endings = KINDS.iter().find(|(kind, _)| *kind == media_type).map_or(text, |(_, endings)| endings);
    let (stem, ending) = kept.rsplit_once('.').unwrap_or((kept, ""));
    let fits = endings.iter().any(|e| e.eq_ignore_ascii_case(ending));
    let stem = if fits { stem } else { kept };
    let ending = if fits { ending } else { endings.first().copied().unwrap_or("txt") };
    let stem: String = stem.chars().take(NAME_MAX_CHARS).collect();
    let stem = stem.trim();
    format!("{}.{ending}", if stem.is_empty() { "file" } else { stem })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_is_told_by_its_content() {
        assert_eq!(sniff(b"%PDF-1.7 x"), Some("application/pdf"));
        assert_eq!(sniff(include_bytes!("../../tests/fixtures/red.png")), Some("image/png"));
        assert_eq!(sniff("Orari: 9–12\n".as_bytes()), Some(PLAIN));
        for bad in [
            &b""[..],
            b"\x7fELF\x02\x01\x01\0",
            b"MZ\x90\0",
            b"<!DOCTYPE html><script>",
            b"PK\x03\x04rest of an archive",
            b"\x01\x02\x03",
            b"a\0b",
            b"\xff\xfe",
        ] {
            assert_eq!(sniff(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_name_is_one_component_with_an_ending_that_fits() {
        for (given, media, kept) in [
            ("Plan.PDF", "application/pdf", "Plan.PDF"),
            ("../../etc/passwd", PLAIN, "passwd.txt"),
            ("C:\\Users\\ana\\plan.exe", "application/pdf", "plan.exe.pdf"),
            ("run.html", PLAIN, "run.html.txt"),
            ("..", PLAIN, "file.txt"),
            ("", "image/png", "file.png"),
            ("a\"b\r\nc.txt", PLAIN, "abc.txt"),
            ("مرحبا.txt", PLAIN, "مرحبا.txt"),
        ] {
            assert_eq!(name(given, media), kept, "{given}");
        }
        assert_eq!(name(&"n".repeat(500), PLAIN).chars().count(), 204);
    }
}
