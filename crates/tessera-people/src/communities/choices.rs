//! What the forms about a community offer to choose from.

use super::store::registration_code;
use tessera_core::{Locale, Role};
use tessera_platform::config::Registration;
use tessera_web::ui::Choice;
use tessera_web::words::{Words, key};

pub fn locale_choices() -> Vec<Choice> {
    Locale::ALL.into_iter().map(|l| Choice::new(l.code(), l.own_name())).collect()
}

pub fn registration_choices(words: &Words) -> Vec<Choice> {
    [
        (Registration::Open, key("communities-registration-open"), key("communities-registration-open-hint")),
        (
            Registration::Invite,
            key("communities-registration-invite"),
            key("communities-registration-invite-hint"),
        ),
        (
            Registration::Closed,
            key("communities-registration-closed"),
            key("communities-registration-closed-hint"),
        ),
    ]
    .into_iter()
    .map(|(r, label, hint)| Choice::new(registration_code(r), words.t(label)).hint(words.t(hint)))
    .collect()
}

/// What newcomers may make themselves, beside members.
pub fn newcomer_choices(words: &Words) -> Vec<Choice> {
    vec![
        Choice::new(Role::Organiser.code(), words.t("role-organiser"))
            .hint(words.t("members-role-organiser-hint")),
        Choice::new(Role::Promoter.code(), words.t("role-promoter"))
            .hint(words.t("members-role-promoter-hint")),
    ]
}

/// The hues that are offered, with what people call them.
pub fn hue_choices(words: &Words) -> Vec<(u16, String)> {
    [
        (28, key("communities-hue-brick")),
        (60, key("communities-hue-amber")),
        (110, key("communities-hue-olive")),
        (150, key("communities-hue-green")),
        (190, key("communities-hue-teal")),
        (230, key("communities-hue-sky")),
        (265, key("communities-hue-blue")),
        (300, key("communities-hue-violet")),
        (335, key("communities-hue-pink")),
        (0, key("communities-hue-rose")),
    ]
    .into_iter()
    .map(|(hue, key)| (hue, words.t(key).to_owned()))
    .collect()
}

/// Every time zone that can be named.
pub fn zones() -> Vec<String> {
    let mut all: Vec<String> =
        jiff::tz::db().available().map(|z| z.as_str().to_owned()).filter(|z| z.contains('/')).collect();
    all.sort_unstable();
    all
}
