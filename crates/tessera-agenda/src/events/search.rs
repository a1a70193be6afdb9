//! Searching: events are found by the beginnings of the words of their title, text and place, whatever the case
//! and the accents.
//!
//! What is searched is one normalised text per event, only letters and digits with single spaces between them. On
//! SQLite an FTS5 table has it, whose rows are numbered in the order of the events' starts, so that a search from
//! today on does not look at the past; on PostgreSQL it is a GIN index. The words of a search are all to be found.

use tessera_platform::text::fold;

const MOST_WORDS: usize = 8;
/// Longer words are cut: no language has them, and the engines have limits of their own.
const LONGEST_WORD_CHARS: usize = 60;

/// The text to be searched, of these parts.
pub fn text_of(parts: &[&str]) -> String {
    let mut text = String::new();
    for word in parts.iter().flat_map(|p| words_of(p)) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word);
    }
    text
}

/// The words of a search; none: everything is found.
pub fn asked(q: &str) -> Vec<String> {
    let mut words: Vec<String> = words_of(q).into_iter().take(MOST_WORDS).collect();
    words.dedup();
    words
}

fn words_of(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| w.chars().take(LONGEST_WORD_CHARS).collect())
        .collect()
}

/// For `MATCH` of FTS5: every word as a prefix.
pub fn fts5(words: &[String]) -> String {
    words.iter().map(|w| format!("\"{w}\"*")).collect::<Vec<_>>().join(" ")
}

/// For PostgreSQL's `tsquery`.
pub fn tsquery(words: &[String]) -> String {
    words.iter().map(|w| format!("'{w}':*")).collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_searched_is_words_without_case_accents_or_marks() {
        assert_eq!(text_of(&["Perché l’Élysée?", " (Città) "]), "perche l elysee citta");
        assert_eq!(asked("CAFFÈ   città!"), vec!["caffe", "citta"]);
        assert_eq!(asked("\"*' OR 1=1 --"), vec!["or", "1"]);
        assert_eq!(fts5(&asked("caffè t")), "\"caffe\"* \"t\"*");
    }
}
