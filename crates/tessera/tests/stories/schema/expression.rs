//! Conditions in one writing, whichever engine wrote them: `((hue >= 0) AND (hue <= 359))` and
//! `hue BETWEEN 0 AND 359` are both `hue >= 0 and hue <= 359`.
//!
//! Parentheses are left out, so that two conditions may look the same and not be: what a condition means is shown by
//! what it refuses.

/// The words and signs of a piece of SQL: names and keywords in lower case, texts as they are.
pub fn words(sql: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut rest = sql.chars().peekable();
    while let Some(c) = rest.next() {
        let mut word = String::from(c);
        if c == '-' && rest.peek() == Some(&'-') {
            while rest.next_if(|c| *c != '\n').is_some() {}
            continue;
        } else if c.is_whitespace() {
            continue;
        } else if c == '\'' {
            loop {
                word.extend(std::iter::from_fn(|| rest.next_if(|c| *c != '\'')));
                word.extend(rest.next());
                match rest.next_if_eq(&'\'') {
                    Some(quote) => word.push(quote),
                    None => break,
                }
            }
        } else if is_word(c) {
            word.extend(std::iter::from_fn(|| rest.next_if(|c| is_word(*c))));
            word.make_ascii_lowercase();
        } else if "<>=!:|".contains(c) {
            word.extend(std::iter::from_fn(|| rest.next_if(|c| "<>=!:|".contains(*c))));
        }
        out.push(word);
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

pub fn canonical(sql: &str) -> String {
    let mut words = words(sql);
    // PostgreSQL names the type of every text.
    while let Some(at) = words.iter().position(|w| w == "::") {
        words.drain(at..at + 2);
    }
    words.retain(|w| !matches!(w.as_str(), "(" | ")" | "[" | "]"));
    while let Some(at) = words.windows(3).position(|w| w == ["=", "any", "array"]) {
        words.splice(at..at + 3, ["in".to_owned()]);
    }
    while let Some(at) = words.iter().position(|w| w == "between") {
        let name = words[at - 1].clone();
        words.splice(at..=at, [">=".to_owned()]);
        words.splice(at + 3..at + 3, [name, "<=".to_owned()]);
    }
    words.join(" ").replace(" , ", ", ")
}
