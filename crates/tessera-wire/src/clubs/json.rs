//! The structure of a JSON text (RFC 8259), byte by byte and in constant memory: where values begin and end, and
//! nothing of what they mean. What was found to be a value is then read by `serde_json`.
//!
//! Own code, because the readers there are hold a whole value, or the whole text, before they say anything about it.

/// What a byte was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// White space, a comma, a colon, or somewhere inside of a key or value.
    Inside,
    /// The first byte of the name of a member.
    KeyBegins,
    /// The last one.
    KeyEnds,
    /// The first byte of a value.
    ValueBegins(Kind),
    /// The last byte of a text, list or object.
    ValueEnds,
    /// The value was a number or a word, and ended before this byte, which has to be looked at again.
    ValueEnded,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    Text,
    /// A number, `true`, `false` or `null`.
    Bare,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// No JSON.
    Syntax,
    /// More lists and objects inside each other than the limit.
    TooDeep,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
    Text { key: bool, escape: Escape },
    Bare,
    Nothing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escape {
    None,
    Backslash,
    /// Digits of `\u` that are still to come.
    Digits(u8),
}

#[derive(Debug)]
pub(super) struct Scanner {
    expect: Expect,
    /// What is open, the innermost last.
    open: Vec<Kind>,
    max_depth: usize,
    /// A number or word so far; longer ones than any that means something are refused.
    bare: Vec<u8>,
}

const MAX_BARE_BYTES: usize = 512;

impl Scanner {
    pub fn new(max_depth: usize) -> Self {
        Self { expect: Expect::Value, open: Vec::new(), max_depth, bare: Vec::new() }
    }

    /// How many lists and objects are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether the one value of the text has ended.
    pub fn is_done(&self) -> bool {
        self.expect == Expect::Nothing
    }

    /// Takes the end of the text for the end of a bare value that is the whole of it.
    pub fn end(&mut self) -> Result<(), Broken> {
        if self.expect == Expect::Bare && self.open.is_empty() {
            self.end_bare()?;
        }
        Ok(())
    }

    /// After [`Step::ValueEnded`] the same byte is to be given again.
    pub fn step(&mut self, byte: u8) -> Result<Step, Broken> {
        match self.expect {
            Expect::Text { key, escape } => self.in_text(byte, key, escape),
            Expect::Bare if matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r') => {
                self.end_bare()?;
                Ok(Step::ValueEnded)
            }
            Expect::Bare if self.bare.len() < MAX_BARE_BYTES => {
                self.bare.push(byte);
                Ok(Step::Inside)
            }
            Expect::Bare => Err(Broken::Syntax),
            _ if matches!(byte, b' ' | b'\t' | b'\n' | b'\r') => Ok(Step::Inside),
            _ => self.between(byte),
        }
    }

    fn between(&mut self, byte: u8) -> Result<Step, Broken> {
        match (self.expect, byte) {
            (Expect::ValueOrEnd, b']') | (Expect::KeyOrEnd, b'}') => {
                self.close();
                Ok(Step::ValueEnds)
            }
            (Expect::Value | Expect::ValueOrEnd, byte) => self.begin(byte),
            (Expect::Key | Expect::KeyOrEnd, b'"') => {
                self.expect = Expect::Text { key: true, escape: Escape::None };
                Ok(Step::KeyBegins)
            }
            (Expect::Colon, b':') => {
                self.expect = Expect::Value;
                Ok(Step::Inside)
            }
            (Expect::CommaOrEnd, byte) => match (self.open.last(), byte) {
                (Some(Kind::Object), b'}') | (Some(Kind::Array), b']') => {
                    self.close();
                    Ok(Step::ValueEnds)
                }
                (Some(Kind::Object), b',') => {
                    self.expect = Expect::Key;
                    Ok(Step::Inside)
                }
                (Some(Kind::Array), b',') => {
                    self.expect = Expect::Value;
                    Ok(Step::Inside)
                }
                _ => Err(Broken::Syntax),
            },
            _ => Err(Broken::Syntax),
        }
    }

    fn begin(&mut self, byte: u8) -> Result<Step, Broken> {
        let kind = match byte {
            b'{' => Kind::Object,
            b'[' => Kind::Array,
            b'"' => Kind::Text,
            b'-' | b'0'..=b'9' | b't' | b'f' | b'n' => Kind::Bare,
            _ => return Err(Broken::Syntax),
        };
        self.expect = match kind {
            Kind::Object => Expect::KeyOrEnd,
            Kind::Array => Expect::ValueOrEnd,
            Kind::Text => Expect::Text { key: false, escape: Escape::None },
            Kind::Bare => Expect::Bare,
        };
        if matches!(kind, Kind::Object | Kind::Array) {
            if self.open.len() >= self.max_depth {
                return Err(Broken::TooDeep);
            }
            self.open.push(kind);
        } else if kind == Kind::Bare {
            self.bare.clear();
            self.bare.push(byte);
        }
        Ok(Step::ValueBegins(kind))
    }

    fn in_text(&mut self, byte: u8, key: bool, escape: Escape) -> Result<Step, Broken> {
        let next = match (escape, byte) {
            (Escape::None, b'"') if key => {
                self.expect = Expect::Colon;
                return Ok(Step::KeyEnds);
            }
            (Escape::None, b'"') => {
                self.after_value();
                return Ok(Step::ValueEnds);
            }
            (Escape::None, b'\\') => Escape::Backslash,
            (Escape::None, 0x20..) => Escape::None,
            (Escape::Backslash, b'u') => Escape::Digits(4),
            (Escape::Backslash, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Escape::None,
            (Escape::Digits(left), digit) if digit.is_ascii_hexdigit() => match left {
                ..=1 => Escape::None,
                _ => Escape::Digits(left - 1),
            },
            _ => return Err(Broken::Syntax),
        };
        self.expect = Expect::Text { key, escape: next };
        Ok(Step::Inside)
    }

    fn end_bare(&mut self) -> Result<(), Broken> {
        let read: Result<serde::de::IgnoredAny, _> = serde_json::from_slice(&self.bare);
        read.map_err(|_| Broken::Syntax)?;
        self.after_value();
        Ok(())
    }

    fn close(&mut self) {
        self.open.pop();
        self.after_value();
    }

    fn after_value(&mut self) {
        self.expect = if self.open.is_empty() { Expect::Nothing } else { Expect::CommaOrEnd };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::de::IgnoredAny;

    fn is_json(bytes: &[u8]) -> Result<bool, Broken> {
        let mut scanner = Scanner::new(100);
        for byte in bytes {
            if scanner.step(*byte)? == Step::ValueEnded {
                assert_ne!(scanner.step(*byte)?, Step::ValueEnded);
            }
        }
        scanner.end()?;
        Ok(scanner.is_done())
    }

    #[test]
    fn what_is_json_and_what_is_not() {
        for good in
            ["{}", "[]", "0", "null", r#""""#, r#" {"a": [1, -2.5e+3, true, {"b": null}], "\u00e9\n": ""} "#]
        {
            assert_eq!(is_json(good.as_bytes()), Ok(true), "{good}");
        }
        for bad in [
            "",
            "{",
            "[1",
            "{\"a\"",
            "\"",
            "{a:1}",
            "[1,]",
            "{\"a\":1,}",
            "[1 2]",
            "{\"a\" 1}",
            "[}",
            "01",
            "+1",
            "1.",
            "nul",
            "[\"\n\"]",
            "[\"\\x\"]",
            "[\"\\u12g4\"]",
            "[] []",
            "]",
            "{\"a\":}",
            "'a'",
            "NaN",
            "[,1]",
        ] {
            assert_ne!(is_json(bad.as_bytes()), Ok(true), "{bad}");
        }
        assert_eq!(is_json("[".repeat(101).as_bytes()), Err(Broken::TooDeep));
        assert_eq!(is_json(format!("[{}]", "1".repeat(600)).as_bytes()), Err(Broken::Syntax));
    }

    proptest! {
        /// Any texts of the letters that JSON is made of: the two readers agree on which of them is JSON.
        #[test]
        fn agrees_with_serde_json(text in r#"[\[\]{}",: 01.eE\\untrlfas-]{0,12}"#) {
            let expected = serde_json::from_str::<IgnoredAny>(&text).is_ok();
            prop_assert_eq!(is_json(text.as_bytes()) == Ok(true), expected);
        }
    }
}
