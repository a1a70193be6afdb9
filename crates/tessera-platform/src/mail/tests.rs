#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]

use super::send::classify_reply;
use super::*;
use crate::config::{self, MailTransport, Sender, SmtpServer, SmtpTls};
use proptest::prelude::*;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tessera_core::Locale;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};

fn message() -> Message {
    Message {
        to: "bruno@example.org".parse().unwrap(),
        to_name: Some("Bruno".into()),
        from_name: None,
        reply_to: None,
        subject: "Ciao".into(),
        text: "Ci vediamo alle 6.".into(),
        html: None,
        attachments: Vec::new(),
        unsubscribe: None,
        message_id: "0197@tessera".into(),
        date: "2026-04-15T07:00:00Z".parse().unwrap(),
        locale: Locale::It,
    }
}

fn written(message: &Message) -> String {
    String::from_utf8(message.write(&Sender::default()).unwrap().formatted()).unwrap()
}

#[test]
fn a_mail_says_what_it_is() {
    let mut mail = message();
    mail.unsubscribe = Some(Unsubscribe(format!("https://h.org/u?t={}", "x".repeat(200)).parse().unwrap()));
    let text = written(&mail);
    for line in [
        "From: Tessera <noreply@localhost>\r\n",
        "To: Bruno <bruno@example.org>\r\n",
        "Message-ID: <0197@tessera>\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "Date: Wed, 15 Apr 2026 07:00:00 +0000\r\n",
        "Content-Language: it\r\n",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
        &format!("List-Unsubscribe: <https://h.org/u?t={}>\r\n", "x".repeat(200)),
        "Content-Type: text/plain; charset=utf-8\r\n",
    ] {
        assert!(text.contains(line), "no {line:?} in\n{text}");
    }
}

#[test]
fn text_html_and_a_calendar_come_in_this_order() {
    let mut mail = message();
    mail.html = Some("<p>Ci vediamo</p>".into());
    mail.attachments.push(Attachment {
        file_name: "evento.ics".into(),
        content_type: "text/calendar; charset=utf-8; method=PUBLISH".into(),
        bytes: b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_vec(),
    });
    let text = written(&mail);
    let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("no {what} in\n{text}"));
    assert!(place("multipart/mixed") < place("multipart/alternative"));
    assert!(place("text/plain") < place("text/html"));
    assert!(place("text/html") < place("text/calendar"));
    place("filename=\"evento.ics\"");
}

#[test]
fn names_in_any_script_arrive_and_nothing_begins_a_header_of_its_own() {
    let mut mail = message();
    mail.to_name = Some("Zoë 山田\r\nBcc: everybody@example.org".into());
    mail.subject = "Hallo\r\nX-Evil: 1\n\tmore".into();
    mail.from_name = Some("\"A\" <b@c.d>, E".into());
    mail.message_id = "a b\r\nX-Evil: 2@h".into();
    let text = written(&mail);
    let headers = text.split("\r\n\r\n").next().unwrap();
    for line in headers.split("\r\n") {
        let lower = line.to_lowercase();
        assert!(!lower.starts_with("x-evil") && !lower.starts_with("bcc"), "{headers}");
    }
    assert!(headers.contains("Subject: Hallo X-Evil: 1 more"), "{headers}");
    let envelope = mail.write(&Sender::default()).unwrap();
    assert_eq!(envelope.envelope().to().len(), 1);
}

#[test]
fn addresses_have_one_spelling() {
    let parse = |s: &str| s.parse::<EmailAddress>().map(|a| a.to_string());
    assert_eq!(parse(" Ana.Rossi@Example.ORG "), Ok("Ana.Rossi@example.org".into()));
    assert_eq!(parse("info@müller.de"), Ok("info@xn--mller-kva.de".into()));
    assert_eq!(parse("ana+club@localhost"), Ok("ana+club@localhost".into()));
    assert_eq!("Ana@x.org".parse::<EmailAddress>().unwrap().key(), "ana@x.org");
    for wrong in [
        "",
        "@",
        "ana",
        "ana@",
        "@x.org",
        "a b@x.org",
        "a@b@",
        "a@x..org",
        "a@x.org\r\nBcc: b@x.org",
        "<a@x.org>",
        "a,b@x.org",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "\"a\"@x.org",
        "a@x.org.",
        "a@-x.org",
        "a..b@x.org",
    ] {
        assert_eq!(parse(wrong), Err(NoAddress), "{wrong}");
    }
    assert_eq!(parse(&format!("{}@x.org", "a".repeat(65))), Err(NoAddress));
}

#[test]
fn what_is_noted_of_an_error_tells_its_reason() {
    let why = || "x".to_owned();
    let all = [
        (SendError::Temporary(why()), Reason::NotThere),
        (SendError::Unclear(why()), Reason::Unclear),
        (SendError::Untrusted(why()), Reason::Untrusted),
        (SendError::Permanent(why()), Reason::Refused),
        (SendError::RefusedAddress(why()), Reason::NoSuchAddress),
    ];
    for (error, reason) in all {
        assert_eq!(Reason::of(&error.to_string()), reason);
    }
    assert_eq!(Reason::of("no slice renders mails of the kind x"), Reason::Other);
}

#[test]
fn a_refusal_says_whether_trying_again_helps() {
    let kind = |code, said| match classify_reply(code, said) {
        SendError::Temporary(_) => "temporary",
        SendError::Unclear(_) => "unclear",
        SendError::Permanent(_) => "permanent",
        SendError::RefusedAddress(_) => "address",
        other => panic!("{other}"),
    };
    assert_eq!(kind(451, "4.3.0 try later"), "temporary");
    assert_eq!(kind(421, "too busy"), "temporary");
    assert_eq!(kind(535, "5.7.8 bad login"), "temporary");
    assert_eq!(kind(550, "5.1.1 no such user"), "address");
    assert_eq!(kind(550, "no such user"), "address");
    assert_eq!(kind(553, "5.1.3 bad syntax"), "address");
    assert_eq!(kind(550, "5.7.1 blocked by policy"), "permanent");
    assert_eq!(kind(554, "5.6.0 too large"), "permanent");
    assert_eq!(kind(552, "message size"), "permanent");
}

#[tokio::test]
async fn the_file_transport_leaves_one_whole_mail_each() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("mails");
    let config = config::Mail { transport: MailTransport::File(folder.clone()), ..config::Mail::default() };
    let mailer = Mailer::new(&config).unwrap();
    mailer.check().await.unwrap();
    mailer.send(&message()).await.unwrap();
    mailer.send(&message()).await.unwrap();
    let names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names, ["20260415T070000Z-0197@tessera.eml"], "the same mail is the same file");
    let text = std::fs::read_to_string(folder.join(&names[0])).unwrap();
    assert!(text.contains("Ci vediamo alle 6."));
}

/// A mail server that answers `RCPT TO` with `verdict` and gives what it was sent.
async fn mail_server(verdict: &'static str) -> (u16, tokio::task::JoinHandle<String>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let session = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        talk(stream, true, verdict).await
    });
    (port, session)
}

/// What the other side said.
async fn talk(stream: impl AsyncRead + AsyncWrite, greets: bool, verdict: &'static str) -> String {
    let (read, mut write) = tokio::io::split(stream);
    let mut lines = BufReader::new(read).lines();
    let mut heard = String::new();
    if greets {
        write.write_all(b"220 test\r\n").await.unwrap();
    }
    let mut in_data = false;
    while let Ok(Some(line)) = lines.next_line().await {
        heard.push_str(&line);
        heard.push('\n');
        let answer = match (in_data, line.as_str()) {
            (true, ".") => {
                in_data = false;
                "250 2.0.0 queued"
            }
            (true, _) => continue,
            (_, "DATA") => {
                in_data = true;
                "354 go on"
            }
            (_, l) if l.starts_with("EHLO") => "250-test\r\n250 8BITMIME",
            (_, l) if l.starts_with("RCPT") => verdict,
            (_, "QUIT") => "221 bye",
            _ => "250 ok",
        };
        if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() || line == "QUIT" {
            break;
        }
    }
    heard
}

fn smtp_mailer(port: u16) -> Mailer {
    let server = SmtpServer { host: "127.0.0.1".into(), port, login: None, tls: SmtpTls::Opportunistic };
    Mailer::new(&config::Mail { transport: MailTransport::Smtp(server), ..config::Mail::default() }).unwrap()
}

#[tokio::test]
async fn a_mail_reaches_a_mail_server() {
    let (port, session) = mail_server("250 ok").await;
    let mailer = smtp_mailer(port);
    mailer.send(&message()).await.unwrap();
    drop(mailer);
    let heard = session.await.unwrap();
    assert!(heard.contains("RCPT TO:<bruno@example.org>"), "{heard}");
    assert!(heard.contains("Ci vediamo alle 6."), "{heard}");
}

#[tokio::test]
async fn a_mail_server_that_is_away_or_refuses_is_told_apart() {
    let (port, _session) = mail_server("550 5.1.1 no such user").await;
    assert!(matches!(smtp_mailer(port).send(&message()).await, Err(SendError::RefusedAddress(_))));
    let (port, _session) = mail_server("450 4.2.0 greylisted").await;
    assert!(matches!(smtp_mailer(port).send(&message()).await, Err(SendError::Temporary(_))));
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    assert!(matches!(smtp_mailer(free).send(&message()).await, Err(SendError::Temporary(_))));
    assert!(smtp_mailer(free).check().await.is_err());
}

proptest! {
    #[test]
    fn no_text_adds_a_header(name in "(\\PC|\r|\n){0,60}", subject in "(\\PC|\r|\n|:){0,120}") {
        let mut mail = message();
        let count = |m: &Message| {
            let text = written(m);
            let headers = text.split("\r\n\r\n").next().unwrap().to_owned();
            headers.split("\r\n").filter(|l| !l.starts_with([' ', '\t'])).count()
        };
        let before = count(&mail);
        mail.to_name = Some(name);
        mail.subject = subject;
        prop_assert_eq!(count(&mail), before);
    }
}

/// A mail server with a certificate for `localhost` by the authority of the tests, speaking TLS at once or when asked.
async fn tls_mail_server(tls: SmtpTls) -> (u16, tokio::task::JoinHandle<String>) {
    let pem = include_bytes!("fixtures/localhost.pem");
    let certificate = CertificateDer::from_pem_slice(pem).unwrap();
    let key = PrivateKeyDer::from_pem_slice(pem).unwrap();
    crate::outbound::install_crypto();
    let config = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    let acceptor = tokio_rustls::TlsAcceptor::from(std::sync::Arc::new(config));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let session = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        if tls != SmtpTls::Implicit {
            stream.write_all(b"220 test\r\n").await.unwrap();
            let mut lines = BufReader::new(&mut stream).lines();
            while let Ok(Some(line)) = lines.next_line().await {
                let offered: &[u8] =
                    if line == "STARTTLS" { b"220 go on\r\n" } else { b"250-test\r\n250 STARTTLS\r\n" };
                lines.get_mut().write_all(offered).await.unwrap();
                if line == "STARTTLS" {
                    break;
                }
            }
        }
        let Ok(stream) = acceptor.accept(stream).await else { return String::new() };
        talk(stream, tls == SmtpTls::Implicit, "250 ok").await
    });
    (port, session)
}

fn tls_mailer(host: &str, port: u16, tls: SmtpTls, authorities: bool) -> Mailer {
    let server = SmtpServer { host: host.into(), port, login: None, tls };
    let ca_file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/mail/fixtures/authority.pem");
    let config = config::Mail {
        transport: MailTransport::Smtp(server),
        ca_file: authorities.then(|| ca_file.into()),
        ..config::Mail::default()
    };
    Mailer::new(&config).unwrap()
}

#[tokio::test]
async fn a_mail_goes_over_tls_to_a_server_whose_authority_is_named() {
    for tls in [SmtpTls::Implicit, SmtpTls::Required] {
        let (port, session) = tls_mail_server(tls).await;
        let mailer = tls_mailer("localhost", port, tls, true);
        mailer.send(&message()).await.unwrap();
        drop(mailer);
        let heard = session.await.unwrap();
        assert!(heard.contains("Ci vediamo alle 6."), "{heard}");
    }
}

#[tokio::test]
async fn a_mail_is_not_shown_to_a_server_that_does_not_prove_its_name() {
    for tls in [SmtpTls::Implicit, SmtpTls::Required] {
        for (host, authorities, why) in [
            ("localhost", false, "from an authority that is not known here"),
            ("127.0.0.1", true, "not valid for name"),
        ] {
            let (port, session) = tls_mail_server(tls).await;
            let mailer = tls_mailer(host, port, tls, authorities);
            let e = mailer.send(&message()).await.unwrap_err();
            assert!(matches!(&e, SendError::Untrusted(_)) && e.is_temporary(), "{e:?}");
            assert!(e.to_string().contains(why), "{e}");
            assert_eq!(session.await.unwrap(), "");
        }
    }
}

#[tokio::test]
async fn a_mail_is_not_shown_to_a_server_without_tls_where_it_is_required() {
    for (tls, why) in [(SmtpTls::Required, "STARTTLS"), (SmtpTls::Implicit, "does not speak TLS")] {
        let (port, session) = mail_server("250 ok").await;
        let mailer = tls_mailer("localhost", port, tls, true);
        let e = mailer.send(&message()).await.unwrap_err();
        assert!(matches!(&e, SendError::Temporary(said) if said.contains(why)), "{e:?}");
        drop(mailer);
        session.abort();
    }
}

#[test]
fn authorities_that_cannot_be_read_are_said_at_once() {
    for (path, why) in [
        ("/nowhere.pem", "No such file"),
        (concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"), "no certificate"),
    ] {
        let server = SmtpServer { host: "h".into(), port: 25, login: None, tls: SmtpTls::Required };
        let config = config::Mail {
            transport: MailTransport::Smtp(server),
            ca_file: Some(path.into()),
            ..config::Mail::default()
        };
        let e = Mailer::new(&config).unwrap_err().to_string();
        assert!(e.contains("mail.ca_file") && e.contains(why), "{e}");
    }
}

#[tokio::test]
async fn a_mail_server_that_never_answers_is_given_up() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let sending = tokio::spawn(async move { smtp_mailer(port).send(&message()).await });
    let checking = tokio::spawn(async move { smtp_mailer(port).check().await });
    let _held = (listener.accept().await.unwrap(), listener.accept().await.unwrap());
    tokio::time::pause();
    for waiting in [sending, checking] {
        let an_hour = std::time::Duration::from_secs(3600);
        let given_up = tokio::time::timeout(an_hour, waiting).await.expect("it waits for ever").unwrap();
        assert!(
            matches!(&given_up, Err(SendError::Unclear(said)) if said.contains("did not answer")),
            "{given_up:?}"
        );
    }
}
