//! `/api/docs`: the API document as a page that can be read without scripts. It shows what
//! `/api/openapi.json` says, and nothing that is not in there. What the document says in Markdown (CommonMark, as
//! OpenAPI 3.1 §4.1 has it) is shown as such.

use crate::cx::Cx;
use crate::layout::Layout;
use crate::page::show;
use crate::refusal::Error;
use askama::Template;
use axum::response::Response;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use tessera_platform::markup;

/// The document, as put into the program's extensions once.
#[derive(Clone, Debug)]
pub(crate) struct Document(pub(crate) Arc<Value>);

/// One endpoint.
struct Operation {
    method: String,
    path: String,
    id: String,
    summary: String,
    description: String,
    parameters: Vec<Parameter>,
    body: Option<String>,
    responses: Vec<(String, String)>,
}

struct Parameter {
    name: String,
    place: String,
    is_required: bool,
    description: String,
}

#[derive(Template)]
#[template(path = "api_docs.html")]
struct DocsPage {
    layout: Layout,
    about: String,
    groups: Vec<(String, Vec<Operation>)>,
    schemas: Vec<(String, String)>,
}

pub(crate) async fn docs(
    cx: Cx,
    axum::Extension(Document(document)): axum::Extension<Document>,
) -> Result<Response, Error> {
    let mut layout = cx.layout(cx.words().t("api-docs-title"));
    layout.meta.is_hidden = true;
    show(&DocsPage {
        layout,
        about: document.get("info").map(|info| marked_up(info, "description")).unwrap_or_default(),
        groups: groups(&document),
        schemas: schemas(&document),
    })
}

fn groups(document: &Value) -> Vec<(String, Vec<Operation>)> {
    let mut groups: BTreeMap<String, Vec<Operation>> = BTreeMap::new();
    for (path, item) in document.get("paths").and_then(Value::as_object).into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten().filter(|(_, o)| o.is_object()) {
            let tag = operation.pointer("/tags/0").and_then(Value::as_str).unwrap_or("api").to_owned();
            groups.entry(tag).or_default().push(Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                id: format!("{method}{}", path.replace(['/', '{', '}'], "-")),
                summary: inline(operation, "summary"),
                description: marked_up(operation, "description"),
                parameters: parameters(operation),
                body: body(operation),
                responses: responses(operation),
            });
        }
    }
    groups.into_iter().collect()
}

fn parameters(operation: &Value) -> Vec<Parameter> {
    let all = operation["parameters"].as_array().into_iter().flatten();
    all.map(|p| Parameter {
        name: text(p, "name"),
        place: text(p, "in"),
        is_required: p["required"].as_bool().unwrap_or(false),
        description: inline(p, "description"),
    })
    .collect()
}

fn body(operation: &Value) -> Option<String> {
    let content = operation.pointer("/requestBody/content")?.as_object()?;
    content
        .iter()
        .next()
        .map(|(kind, c)| format!("{kind}: {}", c.get("schema").map(name_of).unwrap_or_default()))
}

fn responses(operation: &Value) -> Vec<(String, String)> {
    let all = operation["responses"].as_object().into_iter().flatten();
    all.map(|(status, r)| (status.clone(), inline(r, "description"))).collect()
}

fn schemas(document: &Value) -> Vec<(String, String)> {
    let all = document.pointer("/components/schemas").and_then(Value::as_object).into_iter().flatten();
    all.map(|(name, schema)| (name.clone(), serde_json::to_string_pretty(schema).unwrap_or_default()))
        .collect()
}

/// A schema's name, or its type.
fn name_of(schema: &Value) -> String {
    let reference = schema["$ref"].as_str().and_then(|r| r.rsplit('/').next());
    reference.or(schema["type"].as_str()).unwrap_or("object").to_owned()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn marked_up(value: &Value, key: &str) -> String {
    markup::to_html(&text(value, key))
}

/// The same for the middle of a line, where a single paragraph is none.
fn inline(value: &Value, key: &str) -> String {
    let html = marked_up(value, key);
    let bare = html.trim().strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    bare.filter(|rest| !rest.contains("<p>")).unwrap_or(&html).to_owned()
}

#[cfg(test)]
mod tests {
    use super::inline;
    use serde_json::json;

    #[test]
    fn a_line_of_markdown_is_no_paragraph_and_safe() {
        let of = |text: &str| inline(&json!({ "description": text }), "description");
        assert_eq!(of("`not_a_member`, <script>x</script>"), "<code>not_a_member</code>, ");
        assert_eq!(of("Only text"), "Only text");
        assert_eq!(of(""), "");
        assert!(of("One.\n\nTwo.").starts_with("<p>One.</p>"));
    }
}
