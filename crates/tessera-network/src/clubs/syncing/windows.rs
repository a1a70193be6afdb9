//! Where a partner has more than it sends at once and leads to no next page, it is asked for fewer days at a time,
//! until each part is complete. A partner that does not look at the days it is asked for is found out, and left at
//! what it sends.

use super::fetch::{self, Answer, Broken, Left, Listed};
use crate::clubs::partners::Partner;
use jiff::ToSpan;
use jiff::civil::Date;
use tessera_web::App;
use tessera_wire::clubs::{Completeness, Gap};

/// Requests for parts. A partner lets us ask some sixty times an hour, and is asked every two.
const MOST_PARTS: u32 = 40;
/// Shorter parts would cover no day for certain.
const SHORTEST_DAYS: i32 = 4;

/// The listing, or the parts that it was asked for in instead. Where parts do not lead to all of it either, the last of
/// them says what is missing.
pub async fn complete(
    app: &App,
    partner: &Partner,
    left: &mut Left,
    first: Box<Listed>,
) -> Result<Vec<Listed>, Broken> {
    let mut parts = Vec::new();
    let mut waiting = vec![first];
    let mut asked = 0_u32;
    while let Some(listed) = waiting.pop() {
        let is_cut = matches!(
            listed.listing.completeness(),
            Completeness::Incomplete(Gap::Total { said, read }) if said > read
        );
        let halves = split(listed.days).filter(|_| is_cut && !listed.has_others && asked < MOST_PARTS);
        let Some((earlier, later)) = halves else {
            parts.push(*listed);
            continue;
        };
        let mut found = Vec::new();
        for days in [later, earlier] {
            asked = asked.saturating_add(1);
            if let Answer::Listed(part) = fetch::fetch(app, partner, left, days, None).await? {
                found.push(part);
            }
        }
        // What parts say together stands for the whole; where one of them is not of its days, nothing is gained.
        if found.iter().any(|part| part.has_others) {
            parts.push(*listed);
        } else {
            waiting.extend(found);
        }
    }
    Ok(parts)
}

/// Two halves that share two days, so that whatever zone the partner counts in, no moment between is left out.
fn split((from, to): (Date, Date)) -> Option<((Date, Date), (Date, Date))> {
    let days = from.until(to).ok()?.get_days();
    if days < SHORTEST_DAYS {
        return None;
    }
    let middle = from.checked_add((days / 2).days()).ok()?;
    Some(((from, middle), (middle.yesterday().ok()?, to)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use tessera_wire::clubs::Window;

    #[test]
    fn halves_leave_no_moment_out_and_come_to_an_end() {
        let mut waiting: Vec<(Date, Date)> =
            vec![("2026-04-01".parse().unwrap(), "2027-04-01".parse().unwrap())];
        let mut rounds = 0;
        while let Some(days) = waiting.pop() {
            rounds += 1;
            assert!(rounds < 2_000);
            let Some((earlier, later)) = split(days) else { continue };
            let covered = |(from, to)| Window::of_dates(from, to);
            assert_eq!((earlier.0, later.1), days);
            assert!(covered(later).from < covered(earlier).to);
            assert!(earlier.1 < days.1 && later.0 > days.0, "each is shorter");
            waiting.extend([earlier, later]);
        }
    }
}
