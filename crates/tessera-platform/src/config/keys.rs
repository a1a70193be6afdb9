//! The table of everything that can be set: name, default, explanation, and how a value gets its place.

use super::read::Raw;
use super::values::{IpRange, Secret};
use super::{Config, DataDir, LogFormat, Registration};
use std::path::PathBuf;
use url::Url;

/// What was expected, in words.
pub(super) type Expected = String;

/// One thing that can be set.
pub(super) struct Key {
    pub name: &'static str,
    /// As it stands in a TOML file.
    pub default: Shown,
    pub doc: &'static str,
    /// The source documents' own name for it in the environment.
    pub variable: Option<&'static str>,
    /// Whether errors may show what was found.
    pub secret: bool,
    pub set: fn(&mut Config, &Raw) -> Result<(), Expected>,
}

/// What `config generate` writes beside a key.
pub(super) enum Shown {
    Default(&'static str),
    /// Nothing is set by default; this is how a value would look.
    Example(&'static str),
}

use Shown::{Default, Example};

impl Key {
    const fn new(
        name: &'static str,
        default: Shown,
        doc: &'static str,
        set: fn(&mut Config, &Raw) -> Result<(), Expected>,
    ) -> Self {
        Self { name, default, doc, variable: None, secret: false, set }
    }

    const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    const fn variable(mut self, name: &'static str) -> Self {
        self.variable = Some(name);
        self
    }

    /// The name in the environment: `http.listen` is `TESSERA_HTTP__LISTEN`.
    pub fn env_name(&self) -> String {
        format!("TESSERA_{}", self.name.replace('.', "__").to_ascii_uppercase())
    }
}

fn put<T>(place: &mut T, value: Result<T, Expected>) -> Result<(), Expected> {
    *place = value?;
    Ok(())
}

const FLAG: &str = "true or false";

/// Those outside of a section first: in TOML they must stand above the first section.
pub(super) const KEYS: &[Key] = &[
    Key::new(
        "data_dir",
        Default("\"./data\""),
        "Folder of uploads, the image cache and the generated secret key.",
        |c, v| {
            put(&mut c.data_dir, v.non_empty_text("the path of a folder").map(|p| DataDir(PathBuf::from(p))))
        },
    ),
    Key::new(
        "secret_key",
        Example("\"at least 32 random characters\""),
        "Seals stored secrets and signs passes. Generated once into data_dir when it is not set.\n\
         Whoever changes or loses it loses every sealed secret.",
        |c, v| {
            const EXPECTED: &str = "at least 32 random characters, such as `openssl rand -hex 32` prints";
            let text = v.non_empty_text(EXPECTED)?;
            if text.chars().count() < 32 {
                return Err(EXPECTED.into());
            }
            c.secret_key = Some(Secret::new(text));
            Ok(())
        },
    )
    .secret(),
    Key::new("http.listen", Default("\"127.0.0.1:8080\""), "Address and port to listen on.", |c, v| {
        put(&mut c.http.listen, v.parsed("an address and port such as \"127.0.0.1:8080\" or \"[::]:8080\""))
    }),
    Key::new(
        "http.base_url",
        Default("\"http://localhost:8080\""),
        "Public address of the server; links are built from it.",
        |c, v| put(&mut c.http.base_url, v.parsed_own()),
    ),
    Key::new(
        "http.trusted_proxies",
        Default("[]"),
        "Addresses or ranges whose forwarding headers are believed, such as [\"127.0.0.1\", \"10.0.0.0/8\"].",
        |c, v| {
            let expected = "a list of addresses or ranges such as [\"127.0.0.1\", \"10.0.0.0/8\"]";
            let parsed = v.list(expected)?.iter().map(|s| s.parse::<IpRange>()).collect::<Result<_, _>>();
            put(&mut c.http.trusted_proxies, parsed.map_err(|_| expected.to_owned()))
        },
    ),
    Key::new(
        "http.cors_origins",
        Default("[]"),
        "Other sites that may call the APIs with credentials. Public reading and feeds answer everyone, without.",
        |c, v| {
            let expected = "a list of origins such as [\"https://www.example.org\"]";
            let parsed = v.list(expected)?.iter().map(|s| origin(s)).collect::<Option<_>>();
            put(&mut c.http.cors_origins, parsed.ok_or_else(|| expected.to_owned()))
        },
    ),
    Key::new(
        "http.max_body",
        Default("\"2 MiB\""),
        "Largest request body; beyond it the answer is 413.",
        |c, v| put(&mut c.http.max_body, v.size()),
    ),
    Key::new("http.max_upload", Default("\"20 MiB\""), "Largest uploaded picture.", |c, v| {
        put(&mut c.http.max_upload, v.size())
    }),
    Key::new("http.max_import", Default("\"50 MiB\""), "Largest calendar file taken in.", |c, v| {
        put(&mut c.http.max_import, v.size())
    }),
    Key::new(
        "database.url",
        Default("\"sqlite://tessera.db\""),
        "An SQLite file, or postgres://USER:PASSWORD@HOST/DATABASE.",
        |c, v| put(&mut c.database.url, v.parsed_own()),
    )
    .secret(),
    Key::new(
        "database.auto_migrate",
        Default("true"),
        "Whether `serve` and `worker` bring the database to their version; otherwise `tessera migrate` does.",
        |c, v| put(&mut c.database.auto_migrate, v.flag(FLAG)),
    ),
    Key::new(
        "mail.transport",
        Default("\"log\""),
        "smtp://USER:PASSWORD@HOST:PORT (STARTTLS where offered; ?tls=required or ?tls=none), smtps://…,\n\
         file:FOLDER (one .eml each) or log.",
        |c, v| put(&mut c.mail.transport, v.parsed_own()),
    )
    .secret(),
    Key::new("mail.from", Default("\"Tessera <noreply@localhost>\""), "Sender of every mail.", |c, v| {
        put(&mut c.mail.from, v.parsed_own())
    }),
    Key::new(
        "mail.ca_file",
        Example("\"mail-ca.pem\""),
        "Further certificate authorities for the mail server, as PEM.",
        |c, v| {
            put(&mut c.mail.ca_file, v.optional_text("the path of a PEM file").map(|p| p.map(PathBuf::from)))
        },
    ),
    Key::new(
        "accounts.registration",
        Default("\"open\""),
        "Who may make an account: open, invite or closed.",
        |c, v| {
            let registration = match v.text() {
                Some("open") => Ok(Registration::Open),
                Some("invite") => Ok(Registration::Invite),
                Some("closed") => Ok(Registration::Closed),
                _ => Err("\"open\", \"invite\" or \"closed\"".to_owned()),
            };
            put(&mut c.accounts.registration, registration)
        },
    ),
    Key::new(
        "accounts.verify_email",
        Example("true"),
        "Whether an address must be verified before its account publishes, invites or sends.\n\
         When it is not set: on with an SMTP transport, off otherwise.",
        |c, v| put(&mut c.accounts.verify_email, v.flag(FLAG).map(Some)),
    ),
    Key::new("federation.enabled", Default("false"), "Master switch of everything federated.", |c, v| {
        put(&mut c.federation.enabled, v.flag(FLAG))
    })
    .variable("FEDERATION_ENABLED"),
    Key::new(
        "federation.allow_private_addresses",
        Default("false"),
        "Lets partner addresses be loopback or private (tests, laboratories).",
        |c, v| put(&mut c.federation.allow_private_addresses, v.flag(FLAG)),
    ),
    Key::new(
        "federation.ca_file",
        Example("\"laboratory-ca.pem\""),
        "Further certificate authorities for partners, as PEM.",
        |c, v| {
            put(
                &mut c.federation.ca_file,
                v.optional_text("the path of a PEM file").map(|p| p.map(PathBuf::from)),
            )
        },
    ),
    Key::new(
        "federation.require_https",
        Default("true"),
        "Partner addresses and requests must be https (behind a trusted proxy too).",
        |c, v| put(&mut c.federation.require_https, v.flag(FLAG)),
    ),
    Key::new(
        "federation.sync_interval",
        Default("\"2h\""),
        "How often partners' events are fetched.",
        |c, v| put(&mut c.federation.sync_interval, v.duration(60, 30 * 86_400)),
    ),
    Key::new(
        "federation.request_max_age",
        Default("\"300s\""),
        "How far a signed request's time may be from ours, either way.",
        |c, v| put(&mut c.federation.request_max_age, v.duration(1, 86_400)),
    ),
    Key::new(
        "federation.max_events_per_sync",
        Default("100"),
        "Most events in one request to a partner and one transaction.",
        |c, v| put(&mut c.federation.max_events_per_sync, v.number(1, 1000)),
    ),
    Key::new(
        "federation.share_interest_counts",
        Default("true"),
        "Whether partners are told how many of us are interested, as bare counts.",
        |c, v| put(&mut c.federation.share_interest_counts, v.flag(FLAG)),
    ),
    Key::new(
        "federation.interest_sync_interval",
        Default("\"15m\""),
        "How often those counts are sent.",
        |c, v| put(&mut c.federation.interest_sync_interval, v.duration(60, 30 * 86_400)),
    ),
    Key::new(
        "federation.fetch_future_days",
        Default("365"),
        "How many days ahead partners' events are fetched.",
        |c, v| put(&mut c.federation.fetch_future_days, v.number(1, 3660)),
    ),
    Key::new(
        "federation.rate_limit_requests",
        Default("60"),
        "Requests a partner may make in an hour.",
        |c, v| put(&mut c.federation.rate_limit_requests, v.number(1, 1_000_000)),
    ),
    Key::new(
        "federation.our_club_code",
        Example("\"torino\""),
        "The default community's code towards partners; other communities use their own slug.",
        |c, v| {
            put(
                &mut c.federation.our_club_code,
                v.optional_text("a short code").map(|t| t.map(str::to_owned)),
            )
        },
    )
    .variable("FEDERATION_OUR_CLUB_CODE"),
    Key::new(
        "federation.our_club_name",
        Example("\"Torino Riders\""),
        "The default community's name towards partners.",
        |c, v| put(&mut c.federation.our_club_name, v.optional_text("a name").map(|t| t.map(str::to_owned))),
    )
    .variable("FEDERATION_OUR_CLUB_NAME"),
    Key::new(
        "calendar_sync.encryption_key",
        Example("\"at least 32 random characters\""),
        "Seals the tokens of members' calendars elsewhere, instead of secret_key.",
        |c, v| put(&mut c.calendar_sync.encryption_key, secret(v)),
    )
    .secret()
    .variable("CALENDAR_SYNC_ENCRYPTION_KEY"),
    Key::new(
        "calendar_sync.google_client_id",
        Example("\"….apps.googleusercontent.com\""),
        "Google Calendar: the client's id and secret.",
        |c, v| {
            put(
                &mut c.calendar_sync.google_client_id,
                v.optional_text("a client id").map(|t| t.map(str::to_owned)),
            )
        },
    )
    .variable("GOOGLE_CALENDAR_CLIENT_ID"),
    Key::new("calendar_sync.google_client_secret", Example("\"…\""), "", |c, v| {
        put(&mut c.calendar_sync.google_client_secret, secret(v))
    })
    .secret()
    .variable("GOOGLE_CALENDAR_CLIENT_SECRET"),
    Key::new(
        "calendar_sync.microsoft_client_id",
        Example("\"…\""),
        "Microsoft 365: the client's id and secret.",
        |c, v| {
            let id = v.optional_text("a client id").map(|t| t.map(str::to_owned));
            put(&mut c.calendar_sync.microsoft_client_id, id)
        },
    )
    .variable("MICROSOFT_CALENDAR_CLIENT_ID"),
    Key::new("calendar_sync.microsoft_client_secret", Example("\"…\""), "", |c, v| {
        put(&mut c.calendar_sync.microsoft_client_secret, secret(v))
    })
    .secret()
    .variable("MICROSOFT_CALENDAR_CLIENT_SECRET"),
    Key::new(
        "maps.tile_url",
        Default("\"https://tile.openstreetmap.org/{z}/{x}/{y}.png\""),
        "Where map tiles come from. Empty: no map, only the link.",
        |c, v| {
            let expected = "a tile address with {z}, {x} and {y}, or an empty text";
            let url = v.optional_text(expected)?;
            let fits = url.is_none_or(|u| {
                Url::parse(u).is_ok_and(|parsed| matches!(parsed.scheme(), "http" | "https"))
                    && ["{z}", "{x}", "{y}"].iter().all(|part| u.contains(part))
            });
            if !fits {
                return Err(expected.to_owned());
            }
            c.maps.tile_url = url.map(str::to_owned);
            Ok(())
        },
    ),
    Key::new(
        "maps.attribution",
        Default("\"© OpenStreetMap contributors\""),
        "What stands under a map.",
        |c, v| put(&mut c.maps.attribution, v.text().map(str::to_owned).ok_or_else(|| "a text".to_owned())),
    ),
    Key::new(
        "metrics.listen",
        Example("\"127.0.0.1:9090\""),
        "Prometheus metrics, on an address of their own.",
        |c, v| {
            let expected = "an address and port such as \"127.0.0.1:9090\"";
            let listen = v.optional_text(expected)?.map(str::parse).transpose();
            put(&mut c.metrics.listen, listen.map_err(|_| expected.to_owned()))
        },
    ),
    Key::new("log.format", Default("\"text\""), "text or json.", |c, v| {
        let format = match v.text() {
            Some("text") => Ok(LogFormat::Text),
            Some("json") => Ok(LogFormat::Json),
            _ => Err("\"text\" or \"json\"".to_owned()),
        };
        put(&mut c.log.format, format)
    }),
];

fn secret(v: &Raw) -> Result<Option<Secret>, Expected> {
    v.optional_text("a secret text").map(|t| t.map(Secret::new))
}

fn origin(s: &str) -> Option<String> {
    let url = Url::parse(s.trim()).ok()?;
    let plain = matches!(url.scheme(), "http" | "https") && url.path() == "/" && url.query().is_none();
    plain.then(|| url.origin().ascii_serialization())
}

/// A commented file: every key with its default, switched off by a `#` without a space behind it.
pub fn generate() -> String {
    let mut out = String::from(
        "# Tessera's configuration. A line that begins with # and no space shows the default: remove the # to\n\
         # change it. In the environment http.listen is TESSERA_HTTP__LISTEN (lists separated by commas), and\n\
         # TESSERA_HTTP__LISTEN_FILE names a file that holds the value.\n",
    );
    let mut section = "";
    for key in KEYS {
        let (table, name) = key.name.split_once('.').unwrap_or(("", key.name));
        if table != section {
            section = table;
            out.push_str(&format!("\n[{table}]\n"));
        } else if !key.doc.is_empty() {
            out.push('\n');
        }
        for line in key.doc.lines() {
            out.push_str(&format!("# {line}\n"));
        }
        match key.default {
            Default(value) => out.push_str(&format!("#{name} = {value}\n")),
            Example(value) => out.push_str(&format!("# For example: {name} = {value}\n")),
        }
    }
    out
}
