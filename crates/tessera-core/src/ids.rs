//! Ids are UUIDv7, one type per table, so that an event's id can never be handed where a member's is meant.
//! Their order is the order in which they were made.

/// Declares id types: `Display`, `FromStr` and serde as the hyphenated lower-case form.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "columns", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> { s.parse().map(Self) }
        }
        impl From<uuid::Uuid> for $name {
            fn from(u: uuid::Uuid) -> Self { Self(u) }
        }
        impl From<$name> for uuid::Uuid {
            fn from(id: $name) -> Self { id.0 }
        }
    )+};
}

ids! {
    /// A community: whose calendar, members and rules these are.
    CommunityId;
    /// A person who signs in on this server, whatever communities they belong to.
    AccountId;
    /// An account's membership of one community.
    MembershipId;
    /// One sign-in in one browser.
    SessionId;
    /// A bearer token of the API.
    ApiTokenId;
    /// An event, of whatever kind.
    EventId;
    /// Somebody's answer to an event.
    ParticipationId;
    /// An invitation of one address to one event.
    InvitationId;
    /// A picture stored on this server.
    ImageId;
    /// A calendar file that is looked at, or being imported.
    ImportId;
    /// A filter of the calendar that a member keeps.
    CalendarFilterId;
    /// An address that shows a part of the calendar to whoever has it.
    ShareLinkId;
    /// A community on another server with which this one shares events.
    PartnerId;
    /// A partner's event, as it is kept here.
    ExternalEventId;
    /// What a member wrote about a partner's event.
    ExternalCommentId;
    /// One fetching of what a partner has.
    PartnerSyncId;
    /// What one member is told of one thing.
    NoticeId;
    /// A job in the queue.
    JobId;
    /// A mail in the outbox.
    MailId;
    /// A row of the audit trail.
    AuditId;
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_written_and_read_back_the_same() {
        let id = EventId(uuid::Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0001));
        assert_eq!(id.to_string(), "01970000-0000-7000-8000-000000000001");
        assert_eq!(id.to_string().parse::<EventId>().unwrap(), id);
        assert!("evt_12345".parse::<EventId>().is_err());
    }
}
