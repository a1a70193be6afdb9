## Settings

settings-title = Settings
settings-about = About the community
settings-about-hint = Shown to everybody on the page About. Markdown works.
settings-locale-hint = For visitors whose browser asks for none of ours, and for mails.
settings-hue-own = As it is
settings-server-invite = This server allows joining by invitation only.
settings-server-closed = This server takes no new members.
settings-address = Address
settings-address-text = You run this server, so this is yours to choose. Links that were handed out with the old address stop working.
settings-host = Host of its own
settings-address-button = Change the address
settings-samples = Sample data
settings-samples-there = This community holds made-up events and members.
settings-samples-text = Made-up events and members to look at. They can be removed again in one go.
settings-samples-fill = Fill with sample data
settings-samples-clear = Remove the sample data
settings-samples-clear-what = All made-up members and events go, with every answer to them. What people made themselves stays.
settings-flash-saved = Saved.
settings-flash-moved = The community lives here now.
settings-flash-filled = There is something to look at now.
settings-flash-cleared = The sample data is gone.
settings-least-told = Tell partners of no fewer people than
settings-least-told-hint = Partner clubs are told how many of you are going, may come or are interested, never who. Where fewer than this are, they are told nobody.
