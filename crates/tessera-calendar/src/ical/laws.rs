//! What must hold for any bytes whatever: one body for the property tests and the fuzz target.

use super::{Calendar, CalendarHead, CalendarText, Limits, VEvent};

/// Reads `bytes`, writes what was read and reads that: nothing may be lost, changed or left out.
///
/// # Errors
/// In words, the first law that does not hold.
pub fn reading_and_writing_agree(bytes: &[u8]) -> Result<(), String> {
    let Ok(calendar) = Calendar::read(bytes, &Limits::default()) else { return Ok(()) };
    let events: Vec<&VEvent> = calendar.events.iter().map(|read| &read.event).collect();
    if let Some(skipped) = calendar.skipped.iter().find(|s| s.line == 0 || s.line > bytes.len() + 1) {
        return Err(format!("no such line: {skipped:?}"));
    }
    let head = CalendarHead {
        product: "-//Tessera//Laws//EN".to_owned(),
        name: calendar.name(),
        ..CalendarHead::default()
    };
    let text = CalendarText::whole(&head, events.iter().copied());
    lines_are_lines(&text)?;
    let wide =
        Limits { bytes: usize::MAX, line_bytes: usize::MAX, properties: usize::MAX, ..Limits::default() };
    let again = Calendar::read(text.as_bytes(), &wide).map_err(|error| format!("{error}\n{text}"))?;
    if let Some(skipped) = again.skipped.first() {
        return Err(format!("skipped the second time: {skipped:?}\n{text}"));
    }
    if again.events.len() != events.len() {
        return Err(format!("{} events became {}\n{text}", events.len(), again.events.len()));
    }
    for (event, again) in events.iter().zip(&again.events) {
        if !event.says_the_same_as(&again.event) || (event.stamp().is_some() && **event != again.event) {
            return Err(format!("{event:?}\nbecame\n{:?}", again.event));
        }
        if event.stamp().is_some() && event.zones().count() != again.event.zones().count() {
            return Err(format!("the zones of {event:?} changed"));
        }
    }
    Ok(())
}

/// CRLF and 75 octets (RFC 5545 §3.1); quoted-printable lines, which no fold may cut, excepted.
fn lines_are_lines(text: &str) -> Result<(), String> {
    let ends_well = text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count();
    if !ends_well || text.matches('\r').count() != text.matches('\n').count() {
        return Err(format!("a line that does not end in CRLF in {text:?}"));
    }
    let too_long = text
        .split("\r\n")
        .find(|line| line.len() > 75 && !line.to_ascii_uppercase().contains("QUOTED-PRINTABLE"));
    too_long.map_or(Ok(()), |line| Err(format!("{} octets: {line:?}", line.len())))
}
