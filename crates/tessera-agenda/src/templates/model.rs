//! What a template is, and which tasks it makes for a date. No database.

use crate::events::Priority;
use jiff::Span;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use tessera_core::Instant;
use tessera_core::ids::{AccountId, CommunityId};
use tessera_platform::text::fold;
use tessera_web::refusal::FieldError;

pub const MOST_TEMPLATES: usize = 100;
pub const MOST_ITEMS: usize = 50;
pub const NAME_MAX_CHARS: usize = 120;
const TITLE_MAX_CHARS: usize = 255;
const DESCRIPTION_MAX_CHARS: usize = 5_000;
/// Two years either way.
pub const MOST_DAYS: i64 = 730;

/// Who is to do a task that a template makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Assignee {
    #[default]
    Nobody,
    /// Whoever uses the template.
    Applier,
    /// The organiser of the event it is used for.
    EventOrganiser,
    /// Everybody with this role.
    Staff,
    Promoter,
    Organiser,
    Admin,
}

impl Assignee {
    pub const ALL: [Self; 7] = [
        Self::Nobody,
        Self::Applier,
        Self::EventOrganiser,
        Self::Staff,
        Self::Promoter,
        Self::Organiser,
        Self::Admin,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Applier => "applier",
            Self::EventOrganiser => "event_organiser",
            Self::Staff => "staff",
            Self::Promoter => "promoter",
            Self::Organiser => "organiser",
            Self::Admin => "admin",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.code() == code)
    }
}

/// One task of a template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// At most 255 characters.
    pub title: String,
    /// Markdown, at most 5,000 characters.
    #[serde(default)]
    pub description: String,
    /// Days after the date; before it, where negative. At most 730 either way.
    #[serde(default)]
    pub offset_days: i64,
    /// The time of day by which it is due, as `18:00`; none: before the day is over.
    #[serde(default)]
    pub time: Option<String>,
    #[serde(default)]
    pub priority: Option<Priority>,
    #[serde(default)]
    pub assignee: Assignee,
}

/// A template as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    pub id: uuid::Uuid,
    pub community_id: CommunityId,
    pub name: String,
    pub items: Vec<Item>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Template {
    /// What no two templates of a community share.
    pub fn name_key(&self) -> String {
        fold(&self.name)
    }
}

impl Item {
    /// The day it is due, for a date. None: beyond the calendar.
    pub fn day(&self, date: Date) -> Option<Date> {
        let span: Span = Span::new().try_days(self.offset_days).ok()?;
        date.checked_add(span).ok()
    }

    pub fn time(&self) -> Option<Time> {
        parse_time(self.time.as_deref()?)
    }
}

fn parse_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    if minute.len() != 2 || hour.is_empty() || hour.len() > 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// A name as it is kept.
pub fn check_name(name: &str) -> Result<String, FieldError> {
    let name = one_line(name);
    if name.is_empty() {
        return Err(FieldError::new("name", "required"));
    }
    if name.chars().nth(NAME_MAX_CHARS).is_some() {
        return Err(FieldError::new("name", "too_long").with("max", NAME_MAX_CHARS));
    }
    Ok(name)
}

/// An item as it is kept; what is wrong with it, each fault at `prefix` and its field.
pub fn check_item(item: Item, prefix: &str) -> Result<Item, Vec<FieldError>> {
    let mut faults = Vec::new();
    let field = |name: &str| format!("{prefix}{name}");
    let title = one_line(&item.title);
    if title.is_empty() {
        faults.push(FieldError::new(field("title"), "required"));
    }
    if title.chars().nth(TITLE_MAX_CHARS).is_some() {
        faults.push(FieldError::new(field("title"), "too_long").with("max", TITLE_MAX_CHARS));
    }
    let description = item.description.replace("\r\n", "\n");
    if description.chars().nth(DESCRIPTION_MAX_CHARS).is_some() {
        faults.push(FieldError::new(field("description"), "too_long").with("max", DESCRIPTION_MAX_CHARS));
    }
    if !(-MOST_DAYS..=MOST_DAYS).contains(&item.offset_days) {
        let fault = FieldError::new(field("offset_days"), "out_of_range");
        faults.push(fault.with("min", -MOST_DAYS).with("max", MOST_DAYS));
    }
    let time = match item.time.as_deref().map(str::trim).filter(|t| !t.is_empty()) {
        None => None,
        Some(text) => {
            let time = parse_time(text);
            if time.is_none() {
                faults.push(FieldError::new(field("time"), "bad_time"));
            }
            time.map(|t| t.strftime("%H:%M").to_string())
        }
    };
    if faults.is_empty() { Ok(Item { title, description, time, ..item }) } else { Err(faults) }
}

/// All items as they are kept.
pub fn check_items(items: Vec<Item>) -> Result<Vec<Item>, Vec<FieldError>> {
    if items.len() > MOST_ITEMS {
        return Err(vec![FieldError::new("items", "too_many_items").with("max", MOST_ITEMS)]);
    }
    let (mut kept, mut faults) = (Vec::new(), Vec::new());
    for (n, item) in items.into_iter().enumerate() {
        match check_item(item, &format!("items[{n}].")) {
            Ok(item) => kept.push(item),
            Err(wrong) => faults.extend(wrong),
        }
    }
    if faults.is_empty() { Ok(kept) } else { Err(faults) }
}

/// Which way an item is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Up,
    Down,
}

/// Exchanges an item with its neighbour; at the end nothing happens.
pub fn moved(items: &mut [Item], place: usize, way: Way) {
    let other = match way {
        Way::Up => place.checked_sub(1),
        Way::Down => place.checked_add(1),
    };
    if let Some(other) = other.filter(|o| *o < items.len() && place < items.len()) {
        items.swap(place, other);
    }
}

/// What a use of a template is for.
#[derive(Clone, Copy, Debug)]
pub struct ForWhom {
    pub applier: AccountId,
    pub event_organiser: Option<AccountId>,
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn item(title: &str, offset_days: i64) -> Item {
        Item { title: title.into(), offset_days, ..Item::default() }
    }

    #[test]
    fn an_item_is_due_so_many_days_before_or_after_the_date() {
        let date: Date = "2026-03-01".parse().unwrap();
        assert_eq!(item("a", -1).day(date).unwrap().to_string(), "2026-02-28");
        assert_eq!(item("a", 31).day(date).unwrap().to_string(), "2026-04-01");
        assert_eq!(item("a", 1).day(Date::MAX), None);
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_place() {
        let bad = Item { time: Some("25:00".into()), ..item(" \n", 731) };
        let faults = check_items(vec![item("fine", 0), bad]).unwrap_err();
        let named: Vec<(&str, &str)> = faults.iter().map(|f| (f.field.as_str(), f.code)).collect();
        assert_eq!(
            named,
            [
                ("items[1].title", "required"),
                ("items[1].offset_days", "out_of_range"),
                ("items[1].time", "bad_time")
            ]
        );
        assert_eq!(check_items(vec![item("a", 0); 51]).unwrap_err().len(), 1);
        let fine = check_item(Item { time: Some("9:05".into()), ..item("Call\tBob", -3) }, "").unwrap();
        assert_eq!((fine.title.as_str(), fine.time.as_deref()), ("Call Bob", Some("09:05")));
        assert!(check_name(&"n".repeat(121)).is_err() && check_name(" ").is_err());
    }

    #[test]
    fn items_change_places_with_their_neighbours() {
        let mut items = vec![item("a", 0), item("b", 0), item("c", 0)];
        let titles = |items: &[Item]| items.iter().map(|i| i.title.clone()).collect::<String>();
        moved(&mut items, 2, Way::Up);
        assert_eq!(titles(&items), "acb");
        moved(&mut items, 0, Way::Up);
        moved(&mut items, 2, Way::Down);
        moved(&mut items, 9, Way::Up);
        assert_eq!(titles(&items), "acb");
    }
}
