## Forms about a community

communities-name = Name of the community
communities-name-hint = As people call it: “Moto Club Torino”.
communities-slug = Short name
communities-timezone = Time zone
communities-zone-offer = Your device says {"{"}zone{"}"}.
communities-zone-take = Use it
communities-locale = Language
communities-hue = Colour
communities-hue-hint = Buttons and accents take it. Contrast is looked after, in light and dark.
communities-hue-brick = Brick
communities-hue-amber = Amber
communities-hue-olive = Olive
communities-hue-green = Green
communities-hue-teal = Teal
communities-hue-sky = Sky
communities-hue-blue = Blue
communities-hue-violet = Violet
communities-hue-pink = Pink
communities-hue-rose = Rose
communities-registration = Who may join
communities-registration-open = Everybody
communities-registration-open-hint = with an e-mail address
communities-registration-invite = By invitation
communities-registration-invite-hint = admins invite each person
communities-registration-closed = Nobody
communities-registration-closed-hint = for now
communities-newcomers = What newcomers may make themselves
communities-newcomers-hint = Beside members, which they always are.

## The page about it

communities-about-title = About { $community }
communities-about-empty = Nobody has written anything about this community yet.
communities-joining = Joining
communities-joining-here = You are a member.
communities-joining-open = Everybody is welcome: an e-mail address is enough.
communities-joining-invite = New members come by invitation. Ask somebody who belongs to it.
communities-joining-closed = It takes no new members at the moment.
communities-feeds = The calendar in yours
communities-feeds-text = Subscribe to this address in your calendar: new events appear there by themselves.

## Refusals

error-last-admin = This is the community’s only admin. Make somebody else an admin first.
field-bad-slug = Small letters, digits and hyphens, at most 63; not “www”.
field-slug-taken = Another community of this server has this short name.
field-bad-host = Only a host name, as in events.example.org, without https:// and port.
field-host-taken = Another community of this server has this host.

## The trail

audit-community-create = { $actor } made the community { $subject }
audit-community-edit = { $actor } changed the settings
audit-community-relocate = { $actor } changed the community’s address
