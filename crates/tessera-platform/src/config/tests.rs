#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]

use super::keys::{KEYS, Shown};
use super::*;
use std::path::Path;

/// Reads `toml` as the file of `--config`, with these variables around it.
fn read(toml: &str, environment: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("t.toml");
    std::fs::write(&file, toml).unwrap();
    let environment = environment.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Sources { explicit: Some(file), environment, working_dir: dir.path().to_owned() }.read()
}

fn problems(toml: &str, environment: &[(&str, &str)]) -> Vec<String> {
    read(toml, environment).unwrap_err().problems.iter().map(ToString::to_string).collect()
}

#[test]
fn nothing_set_gives_the_defaults_of_the_table() {
    let config = read("", &[]).unwrap();
    assert_eq!(config, Config::default());
    assert_eq!(config.http.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.http.base_url.to_string(), "http://localhost:8080");
    assert_eq!(config.database.url.as_str(), "sqlite://tessera.db");
    assert_eq!(config.http.max_import.to_string(), "50 MiB");
    assert_eq!(config.federation.sync_interval.as_secs(), 7200);
    assert!(!config.verify_email());
}

#[test]
fn the_generated_file_is_the_default_with_and_without_its_marks() {
    let generated = generate();
    assert_eq!(read(&generated, &[]).unwrap(), Config::default());
    let active: String = generated
        .lines()
        .map(|l| if l.starts_with('#') && !l.starts_with("# ") { &l[1..] } else { l })
        .flat_map(|l| [l, "\n"])
        .collect();
    assert_eq!(read(&active, &[]).unwrap(), Config::default());
    let shown = KEYS.iter().filter(|k| matches!(k.default, Shown::Default(_))).count();
    assert_eq!(active.lines().filter(|l| l.contains(" = ") && !l.starts_with('#')).count(), shown);
}

#[test]
fn every_mistake_of_a_file_is_told_at_once_with_key_found_and_expected() {
    let found = problems(
        "data_dri = \"x\"\n[http]\nlisten = 8080\nmax_body = \"many\"\n[mail]\ntransport = \"pigeon\"\n[htpp]\nlisten = \"\"\n",
        &[],
    );
    assert_eq!(found.len(), 5, "{found:#?}");
    let all = found.join("\n");
    assert!(all.contains("data_dri") && all.contains("the nearest is data_dir"), "{all}");
    assert!(
        all.contains("http.listen") && all.contains("found the number 8080, expected an address and port"),
        "{all}"
    );
    assert!(all.contains("http.max_body") && all.contains("found \"many\", expected a size"), "{all}");
    assert!(all.contains("mail.transport") && all.contains("expected \"log\""), "{all}");
    assert!(all.contains("htpp"), "{all}");
}

#[test]
fn an_unknown_key_names_the_nearest_one() {
    for (toml, nearest) in [
        ("[http]\nlisten_on = \"x\"", "http.listen"),
        ("[database]\nuri = \"x\"", "database.url"),
        ("listen = \"x\"", "http.listen"),
        ("[federation]\nsync_intervall = \"x\"", "federation.sync_interval"),
        ("[mial]\ntransport = \"log\"", "mail.transport"),
        ("[acounts]\nregistration = \"x\"", "accounts.registration"),
    ] {
        let found = problems(toml, &[]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains(&format!("the nearest is {nearest}")), "{found:?}");
    }
    let found = problems("", &[("TESSERA_HTTP_LISTEN", "x")]);
    assert!(found[0].contains("the nearest is TESSERA_HTTP__LISTEN"), "{found:?}");
}

#[test]
fn the_environment_overrides_the_file() {
    let config = read(
        "data_dir = \"a\"\n[http]\nlisten = \"127.0.0.1:1\"",
        &[
            ("TESSERA_DATA_DIR", "b"),
            ("TESSERA_HTTP__LISTEN", "[::1]:9000"),
            ("TESSERA_HTTP__TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
            ("TESSERA_HTTP__MAX_BODY", "500 kB"),
            ("TESSERA_DATABASE__AUTO_MIGRATE", "off"),
            ("TESSERA_FEDERATION__SYNC_INTERVAL", "1h 30m"),
            ("TESSERA_MAPS__TILE_URL", ""),
            ("TESSERA_TEST_POSTGRES", "ignored"),
            ("HOME", "/root"),
        ],
    )
    .unwrap();
    assert_eq!(config.data_dir.path(), Path::new("b"));
    assert_eq!(config.http.listen.to_string(), "[::1]:9000");
    assert_eq!(config.http.max_body.as_u64(), 500_000);
    assert!(!config.database.auto_migrate);
    assert_eq!(config.federation.sync_interval.as_secs(), 5400);
    assert_eq!(config.maps.tile_url, None);
    assert!(config.http.trusts("10.9.8.7".parse().unwrap()));
    assert!(config.http.trusts("::ffff:10.9.8.7".parse().unwrap()));
    assert!(config.http.trusts("::1".parse().unwrap()));
    assert!(!config.http.trusts("11.0.0.1".parse().unwrap()));
}

#[test]
fn the_documents_own_variables_work_and_ours_win_over_them() {
    let config = read(
        "",
        &[
            ("FEDERATION_ENABLED", "True"),
            ("FEDERATION_OUR_CLUB_CODE", "torino"),
            ("FEDERATION_OUR_CLUB_NAME", "Torino Riders"),
            ("CALENDAR_SYNC_ENCRYPTION_KEY", "k"),
            ("GOOGLE_CALENDAR_CLIENT_ID", "g"),
            ("MICROSOFT_CALENDAR_CLIENT_SECRET", "m"),
            ("TESSERA_FEDERATION__OUR_CLUB_NAME", "Ours"),
        ],
    )
    .unwrap();
    assert!(config.federation.enabled);
    assert_eq!(config.federation.our_club_code.as_deref(), Some("torino"));
    assert_eq!(config.federation.our_club_name.as_deref(), Some("Ours"));
    assert_eq!(config.calendar_sync.google_client_id.as_deref(), Some("g"));
    assert_eq!(config.calendar_sync.microsoft_client_secret.unwrap().reveal(), "m");
}

#[test]
fn any_value_can_come_from_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("url");
    std::fs::write(&file, "postgres://a:b@h/d\n").unwrap();
    let path = file.to_str().unwrap();
    let config = read("", &[("TESSERA_DATABASE__URL_FILE", path)]).unwrap();
    assert_eq!(config.database.url.as_str(), "postgres://a:b@h/d");
    assert_eq!(config.database.url.engine(), Engine::Postgres);
    let config = read(&format!("[database]\nurl_file = {path:?}"), &[]).unwrap();
    assert_eq!(config.database.url.as_str(), "postgres://a:b@h/d");
    // A key whose own name ends in _file is not mistaken for one.
    let config = read("", &[("TESSERA_FEDERATION__CA_FILE", "ca.pem")]).unwrap();
    assert_eq!(config.federation.ca_file.as_deref(), Some(Path::new("ca.pem")));
    let found = problems("", &[("TESSERA_SECRET_KEY_FILE", "/nowhere/at/all")]);
    assert!(found[0].contains("TESSERA_SECRET_KEY_FILE") && found[0].contains("cannot be read"), "{found:?}");
}

#[test]
fn secrets_are_shown_neither_in_errors_nor_in_debug() {
    let found = problems("secret_key = \"hunter2\"\n[database]\nurl = \"mysql://u:hunter2@h/d\"", &[]);
    assert_eq!(found.len(), 2);
    assert!(!found.join("").contains("hunter2"), "{found:?}");
    let config = read(
        "[database]\nurl = \"postgres://u:hunter2@h/d?password=hunter2\"\n[mail]\ntransport = \"smtp://u:hunter2@h\"",
        &[],
    );
    let config = config.unwrap();
    assert!(!format!("{config:?} {} {}", config.database.url, config.mail.transport).contains("hunter2"));
}

#[test]
fn a_missing_or_broken_file_is_one_clear_error() {
    let sources = Sources { explicit: Some("/nowhere/tessera.toml".into()), ..Sources::default() };
    assert!(sources.read().unwrap_err().to_string().contains("/nowhere/tessera.toml"));
    let found = problems("[http\nlisten", &[]);
    assert!(found[0].contains("not TOML") && found[0].contains("line 1"), "{found:?}");
    let found = problems("http = 5", &[]);
    assert!(found[0].contains("expected a section [http]"), "{found:?}");
}

#[test]
fn the_file_is_looked_for_in_its_order() {
    let dir = tempfile::tempdir().unwrap();
    let mut sources = Sources { working_dir: dir.path().to_owned(), ..Sources::default() };
    assert_eq!(sources.file(), None);
    std::fs::write(dir.path().join("tessera.toml"), "").unwrap();
    assert_eq!(sources.file(), Some(dir.path().join("tessera.toml")));
    sources.environment.insert("TESSERA_CONFIG".into(), "b.toml".into());
    assert_eq!(sources.file(), Some("b.toml".into()));
    sources.explicit = Some("c.toml".into());
    assert_eq!(sources.file(), Some("c.toml".into()));
}

#[test]
fn mail_transports_are_read_in_all_their_spellings() {
    let parse = |s: &str| s.parse::<MailTransport>();
    assert_eq!(parse("log"), Ok(MailTransport::Log));
    assert_eq!(parse("file:/tmp/m"), Ok(MailTransport::File("/tmp/m".into())));
    let Ok(MailTransport::Smtp(server)) = parse("smtp://ana%40x.org:p%3Aw@mail.x.org:587?tls=required")
    else {
        panic!("not read");
    };
    assert_eq!((server.host.as_str(), server.port, server.tls), ("mail.x.org", 587, SmtpTls::Required));
    assert_eq!(server.login, Some(("ana@x.org".into(), Secret::new("p:w"))));
    let Ok(MailTransport::Smtp(server)) = parse("smtps://mail.x.org") else { panic!("not read") };
    assert_eq!((server.port, server.tls, server.login), (465, SmtpTls::Implicit, None));
    for wrong in
        ["", "file:", "smtp://", "smtp://user@h", "http://h", "smtp://h?tls=maybe", "smtps://h?tls=none"]
    {
        assert!(parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn verifying_addresses_follows_the_transport_unless_it_is_said() {
    assert!(read("[mail]\ntransport = \"smtp://h\"", &[]).unwrap().verify_email());
    assert!(!read("[mail]\ntransport = \"file:x\"", &[]).unwrap().verify_email());
    assert!(read("[accounts]\nverify_email = true", &[]).unwrap().verify_email());
}

#[test]
fn base_urls_are_an_origin_and_make_links() {
    let base: BaseUrl = "https://club.example.org/".parse().unwrap();
    assert!(base.is_https());
    assert_eq!(base.link("/events/1"), "https://club.example.org/events/1");
    assert_eq!(base.with_host("roma.club.example.org").to_string(), "https://roma.club.example.org");
    for wrong in ["club.example.org", "ftp://x", "https://x/path", "https://u:p@x", "https://x?q"] {
        assert!(wrong.parse::<BaseUrl>().is_err(), "{wrong}");
    }
}

#[test]
fn sqlite_addresses_name_their_file() {
    let path = |s: &str| s.parse::<DatabaseUrl>().unwrap().sqlite_path().map(Path::to_owned);
    assert_eq!(path("sqlite://tessera.db"), Some("tessera.db".into()));
    assert_eq!(path("sqlite:///var/lib/t.db?mode=rwc"), Some("/var/lib/t.db".into()));
    assert_eq!(path("sqlite:t.db"), Some("t.db".into()));
    assert!("sqlite://".parse::<DatabaseUrl>().is_err());
    assert!("sqlite::memory:".parse::<DatabaseUrl>().is_err());
    assert!("mysql://h/d".parse::<DatabaseUrl>().is_err());
}

#[test]
fn a_secret_key_is_made_once_and_kept_from_others() {
    let dir = tempfile::tempdir().unwrap();
    let config = Config { data_dir: DataDir(dir.path().join("data")), ..Config::default() };
    let first = SecretKey::load_or_create(&config).unwrap();
    let second = SecretKey::load_or_create(&config).unwrap();
    assert_eq!(first.bytes(), second.bytes());
    assert_eq!(first.bytes().len(), 64);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(SecretKey::path(&config)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert_eq!(std::fs::read_dir(config.data_dir.path()).unwrap().count(), 1, "no draft stays behind");
    std::fs::write(SecretKey::path(&config), "short").unwrap();
    assert!(SecretKey::load_or_create(&config).is_err());
}

#[test]
fn processes_that_start_together_agree_on_one_key() {
    let dir = tempfile::tempdir().unwrap();
    let config = Config { data_dir: DataDir(dir.path().to_owned()), ..Config::default() };
    let keys: Vec<Vec<u8>> = std::thread::scope(|s| {
        let start = || SecretKey::load_or_create(&config).unwrap().bytes().to_vec();
        let threads: Vec<_> = (0..8).map(|_| s.spawn(start)).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert!(keys.windows(2).all(|w| w[0] == w[1]));
}
