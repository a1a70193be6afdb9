//! Atom (RFC 4287).

use std::fmt::Write as _;

use tessera_core::Instant;

/// What the feed says of itself.
pub struct AtomHead<'a> {
    /// For ever and everywhere the same, a URI.
    pub id: &'a str,
    pub title: &'a str,
    /// A BCP 47 tag.
    pub language: &'a str,
    pub page_url: &'a str,
    pub feed_url: &'a str,
    pub updated_at: Instant,
}

/// One entry.
pub struct AtomEntry<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub url: &'a str,
    pub author: &'a str,
    /// When and where, in words.
    pub summary: &'a str,
    /// Sanitised.
    pub html: &'a str,
    pub category: Option<&'a str>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// The whole feed.
pub fn write_atom<'a>(head: &AtomHead<'_>, entries: impl IntoIterator<Item = AtomEntry<'a>>) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = writeln!(
        out,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <generator>Tessera</generator>",
        xml(head.language),
        xml(head.id),
        xml(head.title),
        head.updated_at,
        xml(head.page_url),
        xml(head.feed_url),
    );
    for entry in entries {
        let _ = write!(
            out,
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
             <published>{}</published>\n<updated>{}</updated>\n<author><name>{}</name></author>\n",
            xml(entry.id),
            xml(entry.title),
            xml(entry.url),
            entry.created_at,
            entry.updated_at,
            xml(entry.author),
        );
        if let Some(category) = entry.category {
            let _ = writeln!(out, "<category term=\"{}\"/>", xml(category));
        }
        let _ = writeln!(out, "<summary>{}</summary>", xml(entry.summary));
        if !entry.html.is_empty() {
            let _ = writeln!(out, "<content type=\"html\">{}</content>", xml(entry.html));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

/// Text for XML 1.0 §2.2: what it cannot hold at all is left out.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_cannot_break_the_feed() {
        let at = Instant::from_microseconds(0);
        let nasty = "</title><script>\"&\u{0}\u{1b}\u{FFFF}è";
        let head = AtomHead {
            id: "urn:x",
            title: nasty,
            language: "en",
            page_url: "http://l/",
            feed_url: "http://l/?a&b",
            updated_at: at,
        };
        let entry = AtomEntry {
            id: "urn:y",
            title: nasty,
            url: "http://l/e",
            author: nasty,
            summary: nasty,
            html: "<p>è</p>",
            category: Some(nasty),
            created_at: at,
            updated_at: at,
        };
        let text = write_atom(&head, [entry]);
        assert!(text.contains("&lt;/title&gt;&lt;script&gt;&quot;&amp;è"), "{text}");
        assert!(
            text.contains("?a&amp;b")
                && text.contains("<content type=\"html\">&lt;p&gt;è&lt;/p&gt;</content>")
        );
        assert!(!text.contains("<script>") && !text.contains(['\u{0}', '\u{1b}', '\u{FFFF}']));
    }
}
