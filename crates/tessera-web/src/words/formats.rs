//! ICU4X for one language. The calendar is always Gregorian, by type, so that the data of the other calendars is
//! not linked. English is British: day before month, as in the rest of the languages, and 24 hours.
//!
//! The data is what the crates compile in, for every language they know: about 2.4 MB of the program, and a fifth of
//! a millisecond to make all formatters. Baking it for five languages would need a generator in the build for less
//! than that.

use super::CatalogueError;
use icu::calendar::{Date as IcuDate, Gregorian};
use icu::datetime::fieldsets::{E, M, MD, YM, YMD, zone::ExemplarCity};
use icu::datetime::{FixedCalendarDateTimeFormatter as Formatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};
use icu::time::zone::iana::IanaParser;
use intl_memoizer::Memoizable;
use jiff::civil::Date;
use tessera_core::Locale;
use unic_langid::LanguageIdentifier;

pub(super) struct Formats {
    year_month_day: Formatter<Gregorian, YMD>,
    year_month_day_short: Formatter<Gregorian, YMD>,
    month_day: Formatter<Gregorian, MD>,
    year_month: Formatter<Gregorian, YM>,
    month: Formatter<Gregorian, M>,
    month_short: Formatter<Gregorian, M>,
    weekday: Formatter<Gregorian, E>,
    weekday_short: Formatter<Gregorian, E>,
    city: NoCalendarFormatter<ExemplarCity>,
    numbers: DecimalFormatter,
    and: ListFormatter,
    or: ListFormatter,
}

fn icu_locale(locale: Locale) -> icu::locale::Locale {
    match locale {
        Locale::En => icu::locale::locale!("en-GB"),
        Locale::It => icu::locale::locale!("it"),
        Locale::Fr => icu::locale::locale!("fr"),
        Locale::Es => icu::locale::locale!("es"),
        Locale::De => icu::locale::locale!("de"),
    }
}

/// The one conversion from jiff. Both count the proleptic Gregorian calendar.
fn icu_date(date: Date) -> IcuDate<Gregorian> {
    let month = date.month().unsigned_abs();
    let day = date.day().unsigned_abs();
    IcuDate::try_new_gregorian(date.year().into(), month, day)
        .unwrap_or_else(|_| IcuDate::from_rata_die(icu::calendar::types::RataDie::new(1), Gregorian))
}

impl Formats {
    pub(super) fn build(locale: Locale) -> Result<Self, CatalogueError> {
        Self::try_build(locale).map_err(|detail| CatalogueError::Formats { locale, detail })
    }

    fn try_build(locale: Locale) -> Result<Self, String> {
        let l = icu_locale(locale);
        let text = |e: &dyn std::fmt::Display| e.to_string();
        let list = ListFormatterOptions::default().with_length(ListLength::Wide);
        Ok(Self {
            year_month_day: Formatter::try_new((&l).into(), YMD::long()).map_err(|e| text(&e))?,
            year_month_day_short: Formatter::try_new((&l).into(), YMD::medium()).map_err(|e| text(&e))?,
            month_day: Formatter::try_new((&l).into(), MD::long()).map_err(|e| text(&e))?,
            year_month: Formatter::try_new((&l).into(), YM::long()).map_err(|e| text(&e))?,
            month: Formatter::try_new((&l).into(), M::long()).map_err(|e| text(&e))?,
            month_short: Formatter::try_new((&l).into(), M::medium()).map_err(|e| text(&e))?,
            weekday: Formatter::try_new((&l).into(), E::long()).map_err(|e| text(&e))?,
            weekday_short: Formatter::try_new((&l).into(), E::medium()).map_err(|e| text(&e))?,
            city: NoCalendarFormatter::try_new((&l).into(), ExemplarCity).map_err(|e| text(&e))?,
            numbers: DecimalFormatter::try_new((&l).into(), Default::default()).map_err(|e| text(&e))?,
            and: ListFormatter::try_new_and((&l).into(), list).map_err(|e| text(&e))?,
            or: ListFormatter::try_new_or((&l).into(), list).map_err(|e| text(&e))?,
        })
    }

    pub(super) fn year_month_day(&self, d: Date) -> String {
        self.year_month_day.format(&icu_date(d)).to_string()
    }
    pub(super) fn year_month_day_short(&self, d: Date) -> String {
        self.year_month_day_short.format(&icu_date(d)).to_string()
    }
    pub(super) fn month_day(&self, d: Date) -> String {
        self.month_day.format(&icu_date(d)).to_string()
    }
    pub(super) fn year_month(&self, d: Date) -> String {
        self.year_month.format(&icu_date(d)).to_string()
    }
    pub(super) fn month(&self, d: Date) -> String {
        self.month.format(&icu_date(d)).to_string()
    }
    /// Without the full stop that some languages end an abbreviation with: it stands alone on a leaf.
    pub(super) fn month_short(&self, d: Date) -> String {
        self.month_short.format(&icu_date(d)).to_string().trim_end_matches('.').to_owned()
    }
    pub(super) fn weekday(&self, d: Date) -> String {
        self.weekday.format(&icu_date(d)).to_string()
    }
    pub(super) fn weekday_short(&self, d: Date) -> String {
        self.weekday_short.format(&icu_date(d)).to_string().trim_end_matches('.').to_owned()
    }

    /// The city of an IANA zone, in this language; without one (`Etc/GMT+3`) nothing.
    pub(super) fn city(&self, zone: &str) -> Option<String> {
        let id = IanaParser::new().parse(zone);
        if id.is_unknown() || !zone.contains('/') || zone.starts_with("Etc/") {
            return None;
        }
        Some(self.city.format(&id.without_offset()).to_string())
    }

    pub(super) fn number(&self, n: i64) -> String {
        self.numbers.format_to_string(&Decimal::from(n))
    }

    pub(super) fn decimal(&self, n: f64, digits: u8) -> String {
        decimal(&self.numbers, n, digits.into())
    }

    pub(super) fn list_and<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.and.format_to_string(items.iter().map(AsRef::as_ref))
    }
    pub(super) fn list_or<S: AsRef<str>>(&self, items: &[S]) -> String {
        self.or.format_to_string(items.iter().map(AsRef::as_ref))
    }
}

fn decimal(numbers: &DecimalFormatter, n: f64, digits: usize) -> String {
    // Through the shortest decimal form, so that 0.1 does not become 0.1000000000000000055.
    let rounded = format!("{n:.digits$}");
    let Ok(mut value) = rounded.parse::<Decimal>() else { return rounded };
    value.absolute.trim_end();
    numbers.format_to_string(&value)
}

/// The numbers inside of Fluent texts.
pub(super) struct Decimals(DecimalFormatter);

impl Decimals {
    pub(super) fn write(&self, n: f64) -> String {
        decimal(&self.0, n, 3)
    }
}

impl Memoizable for Decimals {
    type Args = ();
    type Error = String;
    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, String> {
        let locale = Locale::from_tag(&lang.to_string()).unwrap_or_default();
        DecimalFormatter::try_new(icu_locale(locale).into(), Default::default())
            .map(Self)
            .map_err(|e| e.to_string())
    }
}
