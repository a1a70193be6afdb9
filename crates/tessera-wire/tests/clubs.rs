//! What partners send, what is made of it, and what follows for the events that we have.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use tessera_wire::clubs::{
    Asked, Club, Completeness, ContentHash, Counts, Entry, EventTime, ExternalId, Feed, FeedError, FeedEvent,
    FeedReader, Gap, Known, Limits, Listed, Listing, OffsetTime, Page, PartnerEvent, Plan, Skipped,
    SkippedReason, Status, Window, laws, reconcile,
};
use tessera_wire::signatures;

fn read_within(bytes: &[u8], limits: Limits) -> (Vec<Entry>, Result<Page, FeedError>) {
    let mut reader = FeedReader::new(limits);
    let mut entries = Vec::new();
    for piece in bytes.chunks(7) {
        if let Err(error) = reader.push(piece, &mut |entry| entries.push(entry)) {
            assert_eq!(reader.push(b" ", &mut |_| panic!("nothing after an error")), Err(error));
            return (entries, reader.finish());
        }
    }
    (entries, reader.finish())
}

fn read(value: &Value) -> (Vec<Entry>, Page) {
    let (entries, page) = read_within(&serde_json::to_vec(value).unwrap(), Limits::default());
    (entries, page.unwrap())
}

/// The document's example, with `changes` made to its event.
fn event(changes: &Value) -> Value {
    let mut event = json!({
        "id": "evt_12345", "event_name": "Spring Rally 2026",
        "start_date": "2026-04-15T09:00:00+02:00", "end_date": "2026-04-15T18:00:00+02:00",
        "location_name": "Main Square", "location_address": "Main Square 1, City",
        "location_lat": 45.0715, "location_lon": 7.6858, "description": "Annual rally...",
        "event_status": "EventScheduled", "image_url": "https://example.com/media/events/rally.jpg",
        "detail_url": "https://example.com/events/spring-rally-2026/",
        "interest_count": {"going": 12, "maybe": 5, "interested": 23}
    });
    for (name, value) in changes.as_object().unwrap() {
        event[name] = value.clone();
    }
    event
}

fn feed(events: &[Value]) -> Value {
    json!({
        "club": {"name": "Our Motoclub", "code": "ourclub", "url": "https://example.com"},
        "events": events, "total": events.len(), "last_updated": "2026-01-20T10:00:00Z"
    })
}

fn read_one(changes: &Value) -> Result<PartnerEvent, Skipped> {
    let (mut entries, _) = read(&feed(&[event(changes)]));
    assert_eq!(entries.len(), 1);
    match entries.remove(0) {
        Entry::Event(event) => Ok(*event),
        Entry::Skipped(skipped) => Err(skipped),
        Entry::Deleted(_) => panic!("nothing is deleted"),
    }
}

#[test]
fn the_documents_answer_is_read() {
    let (entries, page) = read(&feed(&[event(&json!({}))]));
    let Entry::Event(read) = &entries[0] else { panic!("{entries:?}") };
    let expected = PartnerEvent {
        id: "evt_12345".parse().unwrap(),
        event_name: "Spring Rally 2026".to_owned(),
        start: EventTime::At("2026-04-15T07:00:00Z".parse().unwrap()),
        end: Some(EventTime::At("2026-04-15T16:00:00Z".parse().unwrap())),
        location_name: "Main Square".to_owned(),
        location_address: "Main Square 1, City".to_owned(),
        description: "Annual rally...".to_owned(),
        position: Some((45.0715, 7.6858)),
        status: Status::Scheduled,
        image_url: Some("https://example.com/media/events/rally.jpg".to_owned()),
        detail_url: Some("https://example.com/events/spring-rally-2026/".to_owned()),
        interest_count: Counts { going: 12, maybe: 5, interested: 23 },
    };
    assert_eq!(**read, expected);
    assert_eq!(page.club_code.as_deref(), Some("ourclub"));
    assert_eq!((page.total, page.read, page.skipped), (Some(1), 1, 0));
    assert_eq!(page.last_updated, Some("2026-01-20T10:00:00Z".parse().unwrap()));
}

/// What we answer is the document's answer, member for member and in its order.
#[test]
fn what_we_answer_is_the_documents_answer_to_the_letter() {
    let ours = Feed {
        club: Club { name: "Our Motoclub", code: "ourclub", url: "https://example.com" },
        events: vec![FeedEvent {
            id: "evt_12345".to_owned(),
            event_name: "Spring Rally 2026".to_owned(),
            start_date: OffsetTime {
                instant: "2026-04-15T07:00:00Z".parse().unwrap(),
                offset: jiff::tz::offset(2),
            },
            end_date: Some(OffsetTime {
                instant: "2026-04-15T16:00:00Z".parse().unwrap(),
                offset: jiff::tz::offset(2),
            }),
            location_name: "Main Square".to_owned(),
            location_address: "Main Square 1, City".to_owned(),
            location_lat: Some(45.0715),
            location_lon: Some(7.6858),
            description: "Annual rally...".to_owned(),
            event_status: Status::Scheduled,
            image_url: Some("https://example.com/media/events/rally.jpg".to_owned()),
            detail_url: "https://example.com/events/spring-rally-2026/".to_owned(),
            interest_count: Counts { going: 12, maybe: 5, interested: 23 },
        }],
        total: 1,
        last_updated: "2026-01-20T10:00:00Z".parse().unwrap(),
        deleted: None,
    };
    let written = serde_json::to_string(&ours).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), feed(&[event(&json!({}))]));
    let order: Vec<usize> = [
        "club",
        "events",
        "\"id\"",
        "event_name",
        "start_date",
        "end_date",
        "location_name",
        "location_address",
        "location_lat",
        "location_lon",
        "description",
        "event_status",
        "image_url",
        "detail_url",
        "interest_count",
        "going",
        "maybe",
        "\"interested\"",
        "total",
        "last_updated",
    ]
    .iter()
    .map(|name| written.find(name).unwrap())
    .collect();
    assert!(order.is_sorted(), "{written}");

    let updates = Feed { events: Vec::new(), total: 0, deleted: Some(vec!["evt_1".to_owned()]), ..ours };
    let (entries, page) = read(&serde_json::to_value(&updates).unwrap());
    assert_eq!(entries, [Entry::Deleted("evt_1".parse().unwrap())]);
    assert_eq!((page.read, page.deleted), (0, 1));
}

#[test]
fn what_does_not_matter_is_forgiven() {
    let id = |value: Value| read_one(&json!({"id": value})).map(|event| event.id.to_string());
    assert_eq!(id(json!(12345)).as_deref(), Ok("12345"));
    assert_eq!(id(json!(" evt 1 ")).as_deref(), Ok("evt 1"));
    assert_eq!(id(json!("é".repeat(100))), Ok("é".repeat(100)));

    let bare = json!({"events": [{"id": 1, "event_name": " A\nB ", "start_date": "2026-04-15 09:00:00+02:00", "new": [{}]}]});
    let (entries, page) = read(&bare);
    let Entry::Event(bare) = &entries[0] else { panic!("{entries:?}") };
    assert_eq!((bare.event_name.as_str(), bare.end, bare.position), ("A B", None, None));
    assert_eq!((bare.status, bare.interest_count, page.total), (Status::Scheduled, Counts::default(), None));

    let checks: [(Value, fn(&PartnerEvent) -> bool); 16] = [
        (json!({"end_date": null}), |e| e.end.is_none()),
        (json!({"end_date": ""}), |e| e.end.is_none()),
        (json!({"start_date": "2026-04-15", "end_date": "2026-04-15"}), |e| {
            matches!(e.start, EventTime::On(_))
        }),
        (json!({"location_lat": "45.5", "location_lon": "7"}), |e| e.position == Some((45.5, 7.0))),
        (json!({"location_lat": 91}), |e| e.position.is_none()),
        (json!({"location_lat": "NaN"}), |e| e.position.is_none()),
        (json!({"location_lat": null}), |e| e.position.is_none()),
        (json!({"event_status": "https://schema.org/EventCancelled"}), |e| e.status == Status::Cancelled),
        (json!({"event_status": 5}), |e| e.status == Status::Scheduled),
        (json!({"image_url": "javascript:alert(1)"}), |e| e.image_url.is_none()),
        (json!({"image_url": "/media/a.jpg", "detail_url": {}}), |e| {
            e.image_url.is_none() && e.detail_url.is_none()
        }),
        (json!({"detail_url": "https://a.example/ b"}), |e| e.detail_url.is_none()),
        (json!({"description": null}), |e| e.description.is_empty()),
        (json!({"description": "a\u{0}b\u{7}\nc"}), |e| e.description == "ab\nc"),
        (json!({"interest_count": {"going": -5, "maybe": 1e9, "interested": "x"}}), |e| {
            e.interest_count == Counts { going: 0, maybe: 100_000, interested: 0 }
        }),
        (json!({"interest_count": [1, 2, 3]}), |e| e.interest_count == Counts::default()),
    ];
    for (changes, check) in checks {
        let read = read_one(&changes).unwrap();
        assert!(check(&read), "{changes}: {read:?}");
    }
    let marked = [b"\xef\xbb\xbf \r\n".as_slice(), br#"{"events": [], "total": 0}"#].concat();
    assert!(read_within(&marked, Limits::default()).1.is_ok());
}

#[test]
fn what_does_matter_is_skipped_with_its_reason() {
    use SkippedReason::{BadDate, EndBeforeStart, Missing, TooLong, Unreadable};
    for (changes, reason) in [
        (json!({"id": null}), Missing("id")),
        (json!({"id": ""}), Missing("id")),
        (json!({"id": {}}), Missing("id")),
        (json!({"id": "e".repeat(101)}), TooLong("id")),
        (json!({"id": "a\nb"}), Unreadable),
        (json!({"event_name": null}), Missing("event_name")),
        (json!({"event_name": "  "}), Missing("event_name")),
        (json!({"event_name": "n".repeat(256)}), TooLong("event_name")),
        (json!({"start_date": null}), Missing("start_date")),
        (json!({"start_date": "next week"}), BadDate("start_date")),
        (json!({"start_date": "2026-04-15T09:00:00"}), BadDate("start_date")),
        (json!({"start_date": 1_776_236_400}), BadDate("start_date")),
        (json!({"start_date": "2026-02-30"}), BadDate("start_date")),
        (json!({"end_date": "soon"}), BadDate("end_date")),
        (json!({"end_date": "2026-04-15T08:59:59+02:00"}), EndBeforeStart),
        (json!({"end_date": "2026-04-14"}), EndBeforeStart),
        (json!({"location_name": "l".repeat(256)}), TooLong("location_name")),
        (json!({"location_address": "l".repeat(501)}), TooLong("location_address")),
        (json!({"description": "d".repeat(50_001)}), TooLong("description")),
        (json!({"image_url": format!("https://a.example/{}", "i".repeat(2048))}), TooLong("image_url")),
    ] {
        let skipped = read_one(&changes).unwrap_err();
        assert_eq!((skipped.index, skipped.reason), (0, reason), "{changes}");
        assert_eq!(skipped.id.is_some(), changes.get("id").is_none(), "{changes}");
    }
    let longest = json!({
        "event_name": "é".repeat(255), "location_name": "é".repeat(255), "location_address": "é".repeat(500),
        "description": "😀".repeat(50_000),
    });
    assert!(read_one(&longest).is_ok());
}

#[test]
fn one_bad_event_does_not_keep_the_others_out() {
    let good = serde_json::to_string(&event(&json!({}))).unwrap();
    let large = format!(r#"{{"id": "large", "description": "{}"}}"#, "d".repeat(2 << 20));
    for bad in [
        "null",
        "7",
        "[]",
        r#"["a", "b"]"#,
        "\"text\"",
        r#"{"id": 1, "id": 2}"#,
        r#"{"id": "\ud83d"}"#,
        &large,
    ] {
        let answer = format!(r#"{{"events": [{good}, {bad}, {good}], "total": 3}}"#);
        let (entries, page) = read_within(answer.as_bytes(), Limits::default());
        let page = page.unwrap();
        assert!(matches!(entries[..], [Entry::Event(_), Entry::Skipped(_), Entry::Event(_)]), "{entries:?}");
        assert_eq!((page.read, page.skipped), (3, 1));
    }
    let mut bytes = format!(r#"{{"events": [{good}, {{"id": "#).into_bytes();
    bytes.extend_from_slice(b"\"\xff\"}], \"total\": 2}");
    let (entries, _) = read_within(&bytes, Limits::default());
    assert!(matches!(&entries[1], Entry::Skipped(skipped) if skipped.reason == SkippedReason::Unreadable));
}

#[test]
fn what_is_no_answer_says_which_way() {
    let small = Limits { bytes: 300, events: 2, depth: 4, event_bytes: 100 };
    let three = r#"{"events": [{}, {}, {}]}"#;
    for (answer, error) in [
        ("<!DOCTYPE html><html>", FeedError::Html),
        ("\n  <html>", FeedError::Html),
        ("", FeedError::Truncated),
        (r#"{"club": "#, FeedError::Truncated),
        (r#"{"events": [{"id": 1}"#, FeedError::Truncated),
        (r#"{"events": [], "total": 0"#, FeedError::Truncated),
        ("Internal Server Error", FeedError::NotJson(1)),
        (r#"{"events": [] "total": 0}"#, FeedError::NotJson(15)),
        (r#"{"events": []} {}"#, FeedError::NotJson(16)),
        ("[]", FeedError::Shape),
        ("null", FeedError::Shape),
        ("{}", FeedError::Shape),
        (r#"{"events": null}"#, FeedError::Shape),
        (r#"{"events": {}}"#, FeedError::Shape),
        (r#"{"events": [], "events": []}"#, FeedError::Shape),
        (r#"{"x": [[[[]]]]}"#, FeedError::TooDeep),
        (three, FeedError::TooManyEvents),
    ] {
        assert_eq!(read_within(answer.as_bytes(), small).1, Err(error), "{answer}");
    }
    let long = format!(r#"{{"events": [], "x": "{}"}}"#, "x".repeat(300));
    assert_eq!(read_within(long.as_bytes(), small).1, Err(FeedError::TooLong));
    assert_eq!(read_within(&[0xef, 0xbb, b'{'], small).1, Err(FeedError::NotJson(3)));
}

fn listing_of(pages: &[Value], asked: Asked) -> (Listing, Vec<Listed>) {
    let mut listing = Listing::new(asked);
    let mut listed = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let (entries, end) = read(page);
        for entry in &entries {
            listing.add(entry);
            if let Entry::Event(event) = entry {
                listed.push(Listed::from(&**event));
            }
        }
        listing.end_page(&end, at + 1 == pages.len());
    }
    (listing, listed)
}

fn page_of(ids: &[&str], total: Option<u64>) -> Value {
    let events: Vec<Value> = ids.iter().map(|id| event(&json!({"id": id}))).collect();
    json!({"events": events, "total": total})
}

#[test]
fn a_listing_knows_whether_it_was_complete() {
    let complete = |pages: &[Value]| listing_of(pages, Asked::Everything).0.completeness();
    assert_eq!(complete(&[page_of(&[], Some(0))]), Completeness::Complete);
    assert_eq!(complete(&[page_of(&["a", "b"], Some(3)), page_of(&["c"], Some(3))]), Completeness::Complete);
    let skipped = json!({"events": [event(&json!({"start_date": "x"}))], "total": 1});
    assert_eq!(complete(&[skipped]), Completeness::Complete, "those skipped count");
    for (pages, gap) in [
        (vec![], Gap::NotEnded),
        (vec![page_of(&["a"], Some(2))], Gap::Total { said: 2, read: 1 }),
        (vec![page_of(&["a", "b"], Some(1))], Gap::Total { said: 1, read: 2 }),
        (vec![page_of(&["a"], None)], Gap::NoTotal),
        (vec![page_of(&["a"], Some(2)), page_of(&["b"], None)], Gap::NoTotal),
        (vec![page_of(&["a"], Some(2)), page_of(&["b"], Some(3))], Gap::TotalChanged),
        (vec![page_of(&["a", "a"], Some(2))], Gap::Twice),
        (vec![json!({"events": [{"event_name": "x"}], "total": 1})], Gap::WithoutId),
    ] {
        assert_eq!(complete(&pages), Completeness::Incomplete(gap), "{pages:?}");
    }
    let part = listing_of(&[page_of(&["a"], Some(1))], Asked::Part).0;
    assert_eq!(part.completeness(), Completeness::Incomplete(Gap::Part));
    let mut half = Listing::new(Asked::Everything);
    half.end_page(&Page { total: Some(0), ..Page::default() }, false);
    assert_eq!(half.completeness(), Completeness::Incomplete(Gap::NotEnded));
}

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn year() -> Window {
    Window { from: time("2026-01-01T00:00:00Z"), to: time("2027-01-01T00:00:00Z") }
}

fn known(id: &str, like: &Listed) -> Known {
    let start = time("2026-04-15T07:00:00Z");
    Known { id: id.parse().unwrap(), content: like.content, start, cancelled: false }
}

fn ids(names: &[&str]) -> Vec<ExternalId> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

#[test]
fn what_is_gone_from_a_complete_listing_is_cancelled_and_nothing_else() {
    let (listing, listed) = listing_of(&[page_of(&["a", "b"], Some(2))], Asked::Everything);
    let like = &listed[0];
    let changed = Known { content: ContentHash::from_bytes([0; 32]), ..known("b", like) };
    let past = Known { start: time("2025-12-31T23:59:59Z"), ..known("past", like) };
    let later = Known { start: time("2027-01-01T00:00:00Z"), ..known("later", like) };
    let already = Known { cancelled: true, ..known("already", like) };
    let have = [changed, known("gone", like), past, later, already];
    let plan = reconcile(&have, &listed, &listing, &year());
    let expected =
        Plan { new: ids(&["a"]), changed: ids(&["b"]), unchanged: Vec::new(), cancelled: ids(&["gone"]) };
    assert_eq!(plan, expected);

    let (half, listed) = listing_of(&[page_of(&["a", "b"], Some(3))], Asked::Everything);
    assert_eq!(reconcile(&have, &listed, &half, &year()).cancelled, []);
}

#[test]
fn an_event_that_had_to_be_skipped_is_not_gone() {
    let bad = json!({"events": [event(&json!({"id": "a"})), event(&json!({"id": "b", "start_date": "x"}))], "total": 2});
    let (listing, listed) = listing_of(&[bad], Asked::Everything);
    assert_eq!(listing.completeness(), Completeness::Complete);
    let plan = reconcile(&[known("b", &listed[0]), known("c", &listed[0])], &listed, &listing, &year());
    assert_eq!(plan.cancelled, ids(&["c"]));
}

#[test]
fn an_event_that_is_back_is_changed() {
    let (listing, listed) = listing_of(&[page_of(&["a"], Some(1))], Asked::Everything);
    let gone = Known { cancelled: true, ..known("a", &listed[0]) };
    assert_eq!(reconcile(&[gone], &listed, &listing, &year()).changed, ids(&["a"]));
    let cancelled =
        json!({"events": [event(&json!({"id": "a", "event_status": "EventCancelled"}))], "total": 1});
    let (listing, listed) = listing_of(&[cancelled], Asked::Everything);
    let known = Known { cancelled: true, ..known("a", &listed[0]) };
    assert_eq!(reconcile(&[known], &listed, &listing, &year()).unchanged, ids(&["a"]));
}

#[test]
fn what_a_partner_names_as_deleted_is_cancelled_once_all_was_read() {
    let updates = json!({"events": [event(&json!({"id": "a"}))], "total": 1, "deleted": ["b", "a", 7]});
    let (listing, listed) = listing_of(std::slice::from_ref(&updates), Asked::Part);
    let have =
        [known("a", &listed[0]), known("b", &listed[0]), known("c", &listed[0]), known("7", &listed[0])];
    assert_eq!(reconcile(&have, &listed, &listing, &year()).cancelled, ids(&["7", "b"]));
    assert_eq!(listing.deleted().count(), 2);

    let (entries, page) = read(&updates);
    let mut broken_off = Listing::new(Asked::Part);
    entries.iter().for_each(|entry| broken_off.add(entry));
    broken_off.end_page(&page, false);
    assert_eq!(reconcile(&have, &listed, &broken_off, &year()).cancelled, []);
}

#[test]
fn counts_do_not_make_an_event_another() {
    let hash = |changes: Value| read_one(&changes).unwrap().content_hash();
    let plain = hash(json!({}));
    assert_eq!(plain, hash(json!({"interest_count": {"going": 99}, "new": 1})));
    assert_eq!(plain, hash(json!({"start_date": "2026-04-15T07:00:00Z"})), "the same moment");
    let others = [
        json!({"event_name": "B"}),
        json!({"start_date": "2026-04-15T09:00:01+02:00"}),
        json!({"end_date": null}),
        json!({"location_name": "B"}),
        json!({"location_address": "B"}),
        json!({"location_lat": 46}),
        json!({"description": "B"}),
        json!({"event_status": "EventCancelled"}),
        json!({"image_url": null}),
        json!({"detail_url": null}),
        json!({"location_name": "Main SquareM", "location_address": "ain Square 1, City"}),
    ];
    let hashes: BTreeSet<ContentHash> = others.iter().map(|changes| hash(changes.clone())).collect();
    assert_eq!(hashes.len(), others.len());
    assert!(!hashes.contains(&plain));
}

/// A small world: ids 0 to 15, contents 0 to 3.
fn entry(id: u8, content: u8, start_days: i64) -> (ExternalId, ContentHash, Timestamp) {
    let start = time("2026-06-01T00:00:00Z") + SignedDuration::from_hours(24 * start_days);
    (format!("e{id}").parse().unwrap(), ContentHash::from_bytes([content; 32]), start)
}

prop_compose! {
    fn some_known()(events in prop::collection::btree_map(0u8..16, (0u8..4, -400i64..400, any::<bool>()), 0..16)) -> Vec<Known> {
        events.into_iter().map(|(id, (content, days, cancelled))| {
            let (id, content, start) = entry(id, content, days);
            Known { id, content, start, cancelled }
        }).collect()
    }
}

prop_compose! {
    /// The events of a listing with their starts; which of them are skipped; what the total is off by; what is deleted.
    fn some_listing()(
        events in prop::collection::btree_map(0u8..16, (0u8..4, -400i64..400, any::<bool>(), any::<bool>()), 0..16),
        off in prop_oneof![3 => Just(0i64), 1 => -2i64..3],
        deleted in prop::collection::vec(0u8..16, 0..3),
        ended in prop::bool::weighted(0.8),
        asked in prop_oneof![3 => Just(Asked::Everything), 1 => Just(Asked::Part)],
    ) -> (Listing, Vec<(Listed, Timestamp)>) {
        let mut listing = Listing::new(asked);
        let mut listed = Vec::new();
        let count = i64::try_from(events.len()).unwrap();
        for (at, (id, (content, days, skipped, cancelled))) in (0u64..).zip(events) {
            let (id, content, start) = entry(id, content, days);
            let skip = Skipped { index: at, id: Some(id.clone()), reason: SkippedReason::Unreadable };
            // What a listing takes note of is the id, be it of a whole event or of one that was skipped.
            listing.add(&Entry::Skipped(skip));
            if !skipped {
                let status = if cancelled { Status::Cancelled } else { Status::Scheduled };
                listed.push((Listed { id, content, status }, start));
            }
        }
        for id in deleted {
            listing.add(&Entry::Deleted(entry(id, 0, 0).0));
        }
        listing.end_page(&Page { total: u64::try_from(count + off).ok(), ..Page::default() }, ended);
        (listing, listed)
    }
}

/// What a server does with a plan.
fn carried_out(have: &[Known], listed: &[(Listed, Timestamp)], plan: &Plan) -> Vec<Known> {
    let mut after: BTreeMap<ExternalId, Known> =
        have.iter().map(|known| (known.id.clone(), known.clone())).collect();
    for (listed, start) in listed {
        if plan.new.contains(&listed.id) || plan.changed.contains(&listed.id) {
            let cancelled = listed.status == Status::Cancelled;
            let known = Known { id: listed.id.clone(), content: listed.content, start: *start, cancelled };
            after.insert(listed.id.clone(), known);
        }
    }
    for id in &plan.cancelled {
        after.get_mut(id).unwrap().cancelled = true;
    }
    after.into_values().collect()
}

proptest! {
    #[test]
    fn a_plan_is_sorted_whole_and_cancels_only_what_it_may(have in some_known(), (listing, listed) in some_listing()) {
        let only: Vec<Listed> = listed.iter().map(|(listed, _)| listed.clone()).collect();
        let plan = reconcile(&have, &only, &listing, &year());
        let mut all: Vec<&ExternalId> = plan.new.iter().chain(&plan.changed).chain(&plan.unchanged).collect();
        all.sort();
        prop_assert_eq!(all, only.iter().map(|listed| &listed.id).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>());
        for id in &plan.cancelled {
            let known = have.iter().find(|known| known.id == *id).unwrap();
            prop_assert!(!listing.has(id) && !known.cancelled);
            let named = listing.deleted().any(|deleted| deleted == id);
            let missed = listing.completeness() == Completeness::Complete && year().covers(known.start);
            prop_assert!(named || missed);
        }
    }

    #[test]
    fn carrying_a_plan_out_leaves_nothing_to_do(have in some_known(), (listing, listed) in some_listing()) {
        let only: Vec<Listed> = listed.iter().map(|(listed, _)| listed.clone()).collect();
        let plan = reconcile(&have, &only, &listing, &year());
        let again = reconcile(&carried_out(&have, &listed, &plan), &only, &listing, &year());
        prop_assert_eq!((again.new, again.changed, again.cancelled), (vec![], vec![], vec![]));
    }

    #[test]
    fn any_bytes_are_read_alike_whole_and_in_pieces(bytes in prop::collection::vec(any::<u8>(), 0..300), piece in 1usize..40) {
        laws::reading_agrees(&bytes, piece).map_err(TestCaseError::fail)?;
        laws::interest_agrees(&bytes).map_err(TestCaseError::fail)?;
    }

    /// Answers as partners send them, with something broken in them.
    #[test]
    fn broken_answers_are_read_alike_whole_and_in_pieces(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..3), 0..4),
        cut in prop::option::of(any::<prop::sample::Index>()),
        piece in 1usize..40,
        count in 0usize..4,
    ) {
        let events: Vec<Value> = (0..count).map(|n| event(&json!({"id": n}))).collect();
        let mut bytes = serde_json::to_vec(&feed(&events)).unwrap();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        laws::reading_agrees(&bytes, piece).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn messages_of_interest_are_written_as_they_are_read(
        id in "[ -~]{0,20}", going in any::<i64>(), maybe in any::<f64>(), code in "[a-z]{0,10}",
    ) {
        let message = json!({"event_id": id, "counts": {"going": going, "maybe": maybe}, "club_code": code});
        laws::interest_agrees(&serde_json::to_vec(&message).unwrap()).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn signature_fields_are_written_as_they_are_read(
        input in r#"([a-z]{1,2}=\(("(@method|date|@path)" ?){0,3}\)(;[a-z]{1,3}(=("[a-z ]{0,3}"|-?[0-9]{1,4}|\?1|:AA==:))?){0,3}(, ?)?){0,3}"#,
        signature in "([a-z]{1,2}=:(AA==)?:(, ?)?){0,3}",
        noise in "[ -~]{0,40}",
    ) {
        signatures::laws::fields_agree(&input, &signature).map_err(TestCaseError::fail)?;
        signatures::laws::fields_agree(&noise, &signature).map_err(TestCaseError::fail)?;
        signatures::laws::fields_agree(&input, &noise).map_err(TestCaseError::fail)?;
    }
}
