//! What must hold for any bytes whatever: one body for the property tests and the fuzz target.

use serde::de::IgnoredAny;
use serde_json::Value;

use super::{
    Asked, Completeness, Entry, FeedError, FeedReader, InterestMessage, Limits, Listing,
    MAX_ADDRESS_CHARACTERS, MAX_COUNT, MAX_DESCRIPTION_CHARACTERS, MAX_ID_CHARACTERS, MAX_NAME_CHARACTERS,
    MAX_URL_CHARACTERS, Page, PartnerEvent,
};

/// Small enough that any of them is met.
const LIMITS: Limits = Limits { bytes: 1 << 16, events: 64, depth: 12, event_bytes: 4096 };

/// Reads `bytes` whole and in pieces of `piece` bytes: both must find the same; what is read is JSON with as many
/// events as `serde_json` sees in it, and what is refused as no JSON is none; nothing is beyond the limits.
///
/// # Errors
/// In words, the first law that does not hold.
pub fn reading_agrees(bytes: &[u8], piece: usize) -> Result<(), String> {
    let (whole, answer) = read(bytes, bytes.len());
    let (pieces, in_pieces) = read(bytes, piece);
    if whole != pieces || answer != in_pieces {
        return Err(format!("{answer:?} became {in_pieces:?} in pieces of {piece}"));
    }
    for entry in &whole {
        if let Entry::Event(event) = entry {
            within_limits(event)?;
        }
    }
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_json = serde_json::from_slice::<IgnoredAny>(json).is_ok();
    match answer {
        Ok(_) if !is_json => Err("read what is no JSON".to_owned()),
        Ok(page) => counts_are_true(&whole, &page, json),
        // A number of more digits than any that means something is refused, too.
        Err(FeedError::NotJson(_) | FeedError::Truncated | FeedError::Html)
            if is_json && json.len() < 512 =>
        {
            Err(format!("refused JSON: {answer:?}"))
        }
        Err(_) => Ok(()),
    }
}

/// A message of interest that can be read is written as one that reads the same.
///
/// # Errors
/// In words, the first law that does not hold.
pub fn interest_agrees(bytes: &[u8]) -> Result<(), String> {
    let Ok(message) = InterestMessage::read(bytes) else { return Ok(()) };
    let counts = [message.counts.going, message.counts.maybe, message.counts.interested];
    if counts.iter().any(|count| *count > MAX_COUNT) {
        return Err(format!("{counts:?}"));
    }
    let written = serde_json::to_vec(&message).map_err(|error| error.to_string())?;
    let again = InterestMessage::read(&written);
    if again.as_ref() == Ok(&message) { Ok(()) } else { Err(format!("{message:?} became {again:?}")) }
}

fn read(bytes: &[u8], piece: usize) -> (Vec<Entry>, Result<Page, FeedError>) {
    let mut reader = FeedReader::new(LIMITS);
    let mut entries = Vec::new();
    for piece in bytes.chunks(piece.max(1)) {
        if let Err(error) = reader.push(piece, &mut |entry| entries.push(entry)) {
            return (entries, Err(error));
        }
    }
    (entries, reader.finish())
}

fn within_limits(event: &PartnerEvent) -> Result<(), String> {
    let longer = |text: &str, most: usize| text.chars().count() > most;
    let link = |link: &Option<String>| {
        link.as_deref().is_some_and(|link| {
            longer(link, MAX_URL_CHARACTERS) || !link.to_ascii_lowercase().starts_with("http")
        })
    };
    let broken = longer(event.id.as_str(), MAX_ID_CHARACTERS)
        || event.event_name.is_empty()
        || longer(&event.event_name, MAX_NAME_CHARACTERS)
        || longer(&event.location_name, MAX_NAME_CHARACTERS)
        || longer(&event.location_address, MAX_ADDRESS_CHARACTERS)
        || longer(&event.description, MAX_DESCRIPTION_CHARACTERS)
        || [&event.event_name, &event.location_name, &event.location_address]
            .iter()
            .any(|t| t.contains('\n'))
        || event.description.contains('\0')
        || event.end.is_some_and(|end| end.ends() < event.start.begins())
        || event.position.is_some_and(|(lat, lon)| !(lat.abs() <= 90.0 && lon.abs() <= 180.0))
        || event.interest_count.going.max(event.interest_count.maybe) > MAX_COUNT
        || link(&event.image_url)
        || link(&event.detail_url);
    if broken { Err(format!("beyond its limits: {event:?}")) } else { Ok(()) }
}

/// As many entries as there are; and complete only with as many as the partner says there are.
fn counts_are_true(entries: &[Entry], page: &Page, json: &[u8]) -> Result<(), String> {
    let events = entries.iter().filter(|entry| !matches!(entry, Entry::Deleted(_))).count();
    let skipped = entries.iter().filter(|entry| matches!(entry, Entry::Skipped(_))).count();
    if u64::try_from(events) != Ok(page.read) || u64::try_from(skipped) != Ok(page.skipped) {
        return Err(format!("{events} entries, {skipped} skipped, of {page:?}"));
    }
    // Values may hold what only a value of their own could be said not to be: then there is nothing to compare with.
    if let Ok(value) = serde_json::from_slice::<Value>(json) {
        let listed = value.get("events").and_then(Value::as_array).map(Vec::len);
        if listed != Some(events) {
            return Err(format!("{events} entries of {listed:?}"));
        }
    }
    let mut listing = Listing::new(Asked::Everything);
    entries.iter().for_each(|entry| listing.add(entry));
    listing.end_page(page, true);
    if listing.completeness() == Completeness::Complete && page.total != Some(page.read) {
        return Err(format!("complete with {page:?}"));
    }
    Ok(())
}
