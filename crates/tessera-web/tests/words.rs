//! The words of all crates against their sources: no text is missing, none is left over, and the five languages
//! say the same things with the same variables.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]

use fluent_syntax::ast;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tessera_core::Locale;

type Variables = BTreeSet<String>;

/// What one Fluent file holds.
#[derive(Default)]
struct FluentFile {
    messages: BTreeMap<String, Variables>,
    /// Messages and terms that other texts of the file refer to.
    referred: BTreeSet<String>,
}

/// A place where a text is asked for.
struct Use {
    at: String,
    key: String,
    /// The names given to the call; nothing where they cannot be read from the source.
    names: Option<Variables>,
}

#[test]
fn the_five_languages_of_a_slice_have_the_same_texts_with_the_same_variables() {
    let mut wrong = Vec::new();
    for folder in locale_folders() {
        let english = read_fluent(&folder.join("en.ftl"));
        for locale in Locale::ALL {
            let path = folder.join(format!("{locale}.ftl"));
            let file = read_fluent(&path);
            for key in english.messages.keys().filter(|k| !file.messages.contains_key(*k)) {
                wrong.push(format!("{}: {key} is missing", short(&path)));
            }
            for (key, variables) in &file.messages {
                match english.messages.get(key) {
                    None => wrong.push(format!("{}: {key} is not in en.ftl", short(&path))),
                    Some(expected) if expected != variables => {
                        wrong.push(format!(
                            "{}: {key} has {variables:?}, in English {expected:?}",
                            short(&path)
                        ));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_text_has_one_owner() {
    let mut owners: BTreeMap<String, PathBuf> = BTreeMap::new();
    for folder in locale_folders() {
        for key in read_fluent(&folder.join("en.ftl")).messages.into_keys() {
            if let Some(first) = owners.insert(key.clone(), folder.clone()) {
                panic!("{key} is in {} and in {}", short(&first), short(&folder));
            }
        }
    }
}

#[test]
fn every_text_that_is_asked_for_exists_and_gets_its_variables() {
    let texts = all_texts();
    let mut wrong = Vec::new();
    for source in sources() {
        for used in uses(&source) {
            let Some(variables) = texts.get(&used.key) else {
                wrong.push(format!("{}: no text {}", used.at, used.key));
                continue;
            };
            if let Some(names) = used.names
                && !variables.is_subset(&names)
            {
                wrong.push(format!("{}: {} needs {variables:?}, is given {names:?}", used.at, used.key));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_text_is_left_over() {
    let mut literals = BTreeSet::new();
    for source in sources() {
        let text = std::fs::read_to_string(&source).unwrap();
        literals.extend(text.split('"').map(str::to_owned));
    }
    let mut unused = Vec::new();
    for folder in locale_folders() {
        let file = read_fluent(&folder.join("en.ftl"));
        let asked_for =
            |k: &String| literals.contains(k) || code_of(k).is_some_and(|code| literals.contains(&code));
        let of_file = file.messages.keys().filter(|k| !asked_for(k) && !file.referred.contains(*k));
        unused.extend(of_file.map(|k| format!("{}: {k}", short(&folder))));
    }
    assert!(unused.is_empty(), "nobody asks for\n{}", unused.join("\n"));
}

#[test]
fn no_key_is_glued_together() {
    for source in sources() {
        let text = std::fs::read_to_string(&source).unwrap();
        for glued in [".t(&format!", ".t1(&format!", ".args(&format!", ".t(format!", ".t1(format!"] {
            assert!(!text.contains(glued), "{}: write keys whole, not {glued}", short(&source));
        }
    }
}

#[test]
fn the_readers_of_this_test_see_what_is_there() {
    let source = r#"
        let a = w.t("one"); words.t1( "two", ("name", x));
        w.args("three", &[("n", w.t1("two", ("name", y)).into()), ("m", 3.into())]);
        let k = match x { A => key("four"), B => words::key("five"), C => api_key("not"), D => x.key("not") };
        Err(Refusal::new(403, "not_a_member").into()); FieldError::new(format!("a"), "too_long");
    "#;
    let found: Vec<(String, Option<Vec<String>>)> = uses_in("x.rs", source)
        .into_iter()
        .map(|u| (u.key, u.names.map(|n| n.into_iter().collect())))
        .collect();
    let names = |n: &[&str]| Some(n.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
    assert!(found.contains(&("one".into(), names(&[]))), "{found:?}");
    assert!(found.contains(&("two".into(), names(&["name"]))), "{found:?}");
    assert!(found.contains(&("three".into(), names(&["m", "n", "name", "two"]))), "{found:?}");
    assert!(found.contains(&("four".into(), None)) && found.contains(&("five".into(), None)), "{found:?}");
    assert!(found.contains(&("error-not-a-member".into(), None)), "{found:?}");
    assert!(found.contains(&("field-too-long".into(), None)), "{found:?}");
    assert!(!found.iter().any(|(k, _)| k == "not"), "{found:?}");
}

fn crates_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn short(path: &Path) -> String {
    path.strip_prefix(crates_folder()).unwrap_or(path).display().to_string()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            // Tests ask for texts of their own making.
            if !matches!(name.as_str(), "target" | "tests" | "node_modules" | "dist" | "static") {
                walk(&path, found);
            }
        } else if name != "tests.rs" {
            found.push(path);
        }
    }
}

fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(&crates_folder(), &mut found);
    found.sort();
    found
}

fn locale_folders() -> Vec<PathBuf> {
    let folders: BTreeSet<PathBuf> = files()
        .into_iter()
        .filter(|f| f.extension().is_some_and(|e| e == "ftl"))
        .map(|f| f.parent().unwrap().to_path_buf())
        .collect();
    assert!(!folders.is_empty());
    folders.into_iter().collect()
}

/// Rust and templates.
fn sources() -> Vec<PathBuf> {
    let kinds = ["rs", "html", "txt", "xml", "svg"];
    files().into_iter().filter(|f| f.extension().is_some_and(|e| kinds.iter().any(|k| e == *k))).collect()
}

fn all_texts() -> BTreeMap<String, Variables> {
    locale_folders().iter().flat_map(|f| read_fluent(&f.join("en.ftl")).messages).collect()
}

fn read_fluent(path: &Path) -> FluentFile {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", short(path)));
    let resource = fluent_syntax::parser::parse(text)
        .unwrap_or_else(|(_, e)| panic!("{}: {}", short(path), e.first().unwrap()));
    let mut file = FluentFile::default();
    for entry in resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let mut variables = Variables::new();
                if let Some(pattern) = &message.value {
                    read_pattern(pattern, &mut variables, &mut file.referred);
                }
                let first = file.messages.insert(message.id.name.clone(), variables);
                assert!(first.is_none(), "{}: {} is there twice", short(path), message.id.name);
            }
            ast::Entry::Junk { content } => panic!("{}: {content}", short(path)),
            _ => {}
        }
    }
    file
}

fn read_pattern(pattern: &ast::Pattern<String>, variables: &mut Variables, referred: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        match expression {
            ast::Expression::Inline(inline) => read_inline(inline, variables, referred),
            ast::Expression::Select { selector, variants } => {
                read_inline(selector, variables, referred);
                for variant in variants {
                    read_pattern(&variant.value, variables, referred);
                }
            }
        }
    }
}

fn read_inline(
    inline: &ast::InlineExpression<String>,
    variables: &mut Variables,
    referred: &mut BTreeSet<String>,
) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            variables.insert(id.name.clone());
        }
        ast::InlineExpression::MessageReference { id, .. } => {
            referred.insert(id.name.clone());
        }
        ast::InlineExpression::Placeable { expression } => {
            if let ast::Expression::Inline(inner) = expression.as_ref() {
                read_inline(inner, variables, referred);
            }
        }
        _ => {}
    }
}

/// Where a source asks for texts. Comments, and a Rust file from its tests on, are left out.
fn uses(path: &Path) -> Vec<Use> {
    let text = std::fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    let lines: Vec<&str> =
        code.lines().map(|l| if l.trim_start().starts_with("//") { "" } else { l }).collect();
    uses_in(&short(path), &lines.join("\n"))
}

fn uses_in(name: &str, text: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for call in [".t(", ".t1(", ".args(", "key("] {
        for (at, _) in text.match_indices(call) {
            let before = &text[..at];
            let own_key = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | ':'));
            if call == "key(" && !own_key && !before.ends_with("words::") {
                continue;
            }
            let arguments = &text[at + call.len()..];
            let Some(literal) = arguments.trim_start().strip_prefix('"') else { continue };
            let Some((key, rest)) = literal.split_once('"') else { continue };
            // Something else called `args` may take a sentence or a flag.
            if !key.starts_with(|c: char| c.is_ascii_lowercase()) || key.contains(|c: char| !is_of_key(c)) {
                continue;
            }
            let line = before.matches('\n').count() + 1;
            let names = (call != "key(").then(|| names_in(rest)).flatten();
            found.push(Use { at: format!("{name}:{line}"), key: key.to_owned(), names });
        }
    }
    found.extend(codes_in(name, text));
    found
}

/// Refusals carry their code; the page kit makes the key of it.
const CODES: [(&str, &str); 2] = [("Refusal::new(", "error-"), ("FieldError::new(", "field-")];

fn code_of(key: &str) -> Option<String> {
    CODES.iter().find_map(|(_, prefix)| key.strip_prefix(prefix)).map(|rest| rest.replace('-', "_"))
}

/// The codes of refusals in `text`, as the keys of their sentences.
fn codes_in(name: &str, text: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for (call, prefix) in CODES {
        for (at, _) in text.match_indices(call) {
            let arguments = &text[at + call.len()..];
            let Some((_, second)) = arguments.split_once(',') else { continue };
            let literal = second.trim_start().strip_prefix('"').and_then(|l| l.split_once('"'));
            let Some((code, _)) = literal else { continue };
            let line = text[..at].matches('\n').count() + 1;
            let key = format!("{prefix}{}", code.replace('_', "-"));
            found.push(Use { at: format!("{name}:{line}"), key, names: None });
        }
    }
    found
}

fn is_of_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The names in `("name", …)` up to the end of the call; nothing where the call is given a variable instead.
fn names_in(rest: &str) -> Option<Variables> {
    let (mut depth, mut in_string, mut end) = (1_usize, false, rest.len());
    let mut previous = ' ';
    for (i, c) in rest.char_indices() {
        match c {
            '"' if previous != '\\' => in_string = !in_string,
            '(' | '[' if !in_string => depth += 1,
            ')' | ']' if !in_string => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            end = i;
            break;
        }
        previous = c;
    }
    let call = &rest[..end];
    let names: Variables = call
        .match_indices('(')
        .filter_map(|(i, _)| call[i + 1..].trim_start().strip_prefix('"')?.split_once('"'))
        .filter(|(_, after)| after.trim_start().starts_with(','))
        .map(|(name, _)| name.to_owned())
        .collect();
    let given_elsewhere = names.is_empty() && !call.trim().is_empty();
    (!given_elsewhere).then_some(names)
}
