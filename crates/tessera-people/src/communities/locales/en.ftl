## Refusals

error-last-admin = This is the community's only admin. Make somebody else an admin first.
field-bad-slug = Small letters, digits and hyphens, at most 63; not “www”.
field-slug-taken = Another community of this server has this short name.
field-bad-host = Only a host name, as in events.example.org, without https:// and port.
field-host-taken = Another community of this server has this host.
