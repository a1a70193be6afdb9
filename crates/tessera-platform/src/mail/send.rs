//! The ways a mail leaves: a mail server, a folder, the log.

use super::message::identifier;
use super::{Message, Unwritable};
use crate::config::{self, MailTransport, Sender, SmtpServer, SmtpTls};
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::error::Error as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Why a mail did not leave.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// The server was not there, was busy or did not take our login: worth another try later.
    #[error("the mail server does not take mails at the moment: {0}")]
    Temporary(String),
    /// The server fell silent while it was being told the mail: it may have taken it or not.
    #[error("the mail server did not say whether it took the mail: {0}")]
    Unclear(String),
    /// The server does not prove that it is the one: an operator mends that, and the mail is still good.
    #[error("the mail server's certificate is not trusted: {0}")]
    Untrusted(String),
    /// The server will never take this mail.
    #[error("the mail server refused the mail: {0}")]
    Permanent(String),
    /// There is no such mailbox.
    #[error("the mail server refused the address: {0}")]
    RefusedAddress(String),
    /// Nothing can be sent with this configuration.
    #[error("mail.ca_file, {}, cannot be used: {reason}", path.display())]
    Authorities { path: PathBuf, reason: String },
}

impl SendError {
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Temporary(_) | Self::Unclear(_) | Self::Untrusted(_))
    }

    /// Whether the mail may have left all the same.
    pub fn is_unclear(&self) -> bool {
        matches!(self, Self::Unclear(_))
    }
}

/// Why a mail did not leave, as far as it can be told from what was noted of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    NotThere,
    Unclear,
    Untrusted,
    Refused,
    NoSuchAddress,
    /// Nothing that the mail server said: it could not be written.
    Other,
}

impl Reason {
    /// From the text of a [`SendError`], as the outbox keeps it.
    pub fn of(noted: &str) -> Self {
        let reasons = [
            ("the mail server does not take mails", Self::NotThere),
            ("the mail server did not say", Self::Unclear),
            ("the program was stopped while it was handed over", Self::Unclear),
            ("it was handed over before", Self::Unclear),
            ("the mail server's certificate", Self::Untrusted),
            ("the mail server refused the mail", Self::Refused),
            ("the mail server refused the address", Self::NoSuchAddress),
        ];
        reasons
            .into_iter()
            .find(|(text, _)| noted.starts_with(text))
            .map_or(Self::Other, |(_, reason)| reason)
    }
}

impl From<Unwritable> for SendError {
    fn from(e: Unwritable) -> Self {
        Self::Permanent(e.to_string())
    }
}

/// Sends mails by the configured transport. Cheap to clone; clones share their connections.
#[derive(Clone)]
pub struct Mailer {
    from: Sender,
    transport: Transport,
}

#[derive(Clone)]
enum Transport {
    Log,
    File(PathBuf),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

/// For a connection, or a look whether there would be one.
const TIMEOUT: Duration = Duration::from_secs(30);
/// For a mail from the greeting to the last answer; lettre itself waits for an answer for ever. Shorter than a job's
/// lease, so that no second try begins beside the first.
const SEND_TIMEOUT: Duration = Duration::from_secs(90);
const CONNECTIONS: u32 = 4;

impl Mailer {
    pub fn new(config: &config::Mail) -> Result<Self, SendError> {
        let transport = match &config.transport {
            MailTransport::Log => Transport::Log,
            MailTransport::File(folder) => Transport::File(folder.clone()),
            MailTransport::Smtp(server) => Transport::Smtp(smtp(server, config.ca_file.as_deref())?),
        };
        Ok(Self { from: config.from.clone(), transport })
    }

    /// Hands one mail over. Ok means that the next one along the way took the responsibility for it.
    pub async fn send(&self, message: &Message) -> Result<(), SendError> {
        let written = message.write(&self.from)?;
        match &self.transport {
            Transport::Log => {
                let (to, subject, text) =
                    (message.to.as_str(), message.subject.as_str(), message.text.as_str());
                tracing::info!(to, subject, "mail (nothing is sent: mail.transport is \"log\")\n{text}");
                Ok(())
            }
            Transport::File(folder) => write_file(folder, message, &written.formatted()).await,
            Transport::Smtp(server) => within(SEND_TIMEOUT, server.send(written)).await.map(drop),
        }
    }

    /// Whether the mail server answers at this moment. Asked before what must not be handed over twice, so that a
    /// server that is away is no reason to give such a mail up.
    pub async fn is_there(&self) -> Result<(), SendError> {
        match &self.transport {
            Transport::Smtp(_) => self.check().await.map_err(|e| match e {
                SendError::Unclear(why) => SendError::Temporary(why),
                other => other,
            }),
            Transport::File(_) | Transport::Log => Ok(()),
        }
    }

    /// Whether a mail could be handed over now; sends nothing. For `doctor`.
    pub async fn check(&self) -> Result<(), SendError> {
        match &self.transport {
            Transport::Smtp(server) => match within(TIMEOUT, server.test_connection()).await? {
                true => Ok(()),
                false => Err(SendError::Temporary("it closed the connection".into())),
            },
            Transport::File(folder) => {
                let probe = folder.join(".tessera-probe");
                tokio::fs::create_dir_all(folder).await.map_err(|e| not_written(folder, &e))?;
                tokio::fs::write(&probe, b"").await.map_err(|e| not_written(folder, &e))?;
                tokio::fs::remove_file(&probe).await.map_err(|e| not_written(folder, &e))
            }
            Transport::Log => Ok(()),
        }
    }
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let way = match &self.transport {
            Transport::Log => "log",
            Transport::File(_) => "file",
            Transport::Smtp(_) => "smtp",
        };
        write!(f, "Mailer({way})")
    }
}

async fn within<T>(
    limit: Duration,
    work: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
) -> Result<T, SendError> {
    match tokio::time::timeout(limit, work).await {
        Ok(result) => result.map_err(|e| classify(&e)),
        Err(_) => Err(SendError::Unclear(format!("it did not answer within {} seconds", limit.as_secs()))),
    }
}

fn smtp(
    server: &SmtpServer,
    authorities: Option<&Path>,
) -> Result<AsyncSmtpTransport<Tokio1Executor>, SendError> {
    crate::outbound::install_crypto();
    let authorities = authorities.map(read_authorities).transpose()?;
    let tls = |strict: bool| {
        let mut builder = TlsParameters::builder(server.host.clone()).dangerous_accept_invalid_certs(!strict);
        if let Some(authorities) = authorities.clone() {
            builder = builder.add_root_certificate(authorities);
        }
        builder.build().map_err(|e| SendError::Permanent(format!("TLS cannot be set up: {e}")))
    };
    // Where TLS is only taken when offered, an unknown certificate is still better than none (RFC 7435); but a
    // login is never shown to a server that cannot prove its name, unless it is on this machine.
    let here = matches!(server.host.as_str(), "localhost" | "127.0.0.1" | "::1" | "[::1]");
    let tls = match server.tls {
        SmtpTls::Implicit => Tls::Wrapper(tls(true)?),
        SmtpTls::Required => Tls::Required(tls(true)?),
        SmtpTls::Opportunistic => Tls::Opportunistic(tls(server.login.is_some() && !here)?),
        SmtpTls::Never => Tls::None,
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server.host.as_str())
        .port(server.port)
        .tls(tls)
        .timeout(Some(TIMEOUT))
        .pool_config(PoolConfig::new().max_size(CONNECTIONS));
    if let Some((user, password)) = &server.login {
        builder = builder.credentials(Credentials::new(user.clone(), password.reveal().to_owned()));
    }
    Ok(builder.build())
}

fn read_authorities(path: &Path) -> Result<Certificate, SendError> {
    let unusable = |reason: String| SendError::Authorities { path: path.to_owned(), reason };
    let pem = std::fs::read(path).map_err(|e| unusable(e.to_string()))?;
    if !pem.windows(BEGIN.len()).any(|w| w == BEGIN) {
        return Err(unusable("it holds no certificate".into()));
    }
    Certificate::from_pem(&pem).map_err(|e| unusable(e.to_string()))
}

const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// What TLS had against the server, if it was that.
fn classify_tls(e: &lettre::transport::smtp::Error) -> Option<SendError> {
    let causes = std::iter::successors(e.source(), |e| (**e).source());
    // What an io::Error was made of is not its source.
    let tls = causes.into_iter().find_map(|e| match e.downcast_ref::<std::io::Error>() {
        Some(io) => io.get_ref()?.downcast_ref::<rustls::Error>(),
        None => e.downcast_ref(),
    })?;
    Some(match tls {
        rustls::Error::InvalidCertificate(rustls::CertificateError::UnknownIssuer) => {
            SendError::Untrusted("it is from an authority that is not known here".into())
        }
        rustls::Error::InvalidCertificate(why) => SendError::Untrusted(why.to_string()),
        rustls::Error::InvalidMessage(_) => SendError::Temporary("it does not speak TLS on this port".into()),
        other => SendError::Temporary(other.to_string()),
    })
}

fn classify(e: &lettre::transport::smtp::Error) -> SendError {
    if let Some(refused) = classify_tls(e) {
        return refused;
    }
    let said = e.source().map_or_else(|| e.to_string(), ToString::to_string);
    let Some(code) = e.status().map(u16::from) else {
        // Only an address in another script than the server speaks is the mail's own fault (RFC 6531).
        return if e.is_client() && said.contains("non-ascii") {
            SendError::RefusedAddress(said)
        } else if e.to_string().starts_with("network error") || e.is_response() {
            // Lettre's words for a connection that broke while it was in use; one that never came about is another.
            SendError::Unclear(e.to_string())
        } else {
            SendError::Temporary(e.to_string())
        };
    };
    classify_reply(code, &said)
}

/// By the reply's code (RFC 5321 §4.2.3) and, where it has one, the enhanced code (RFC 3463): 5.1.x is about the
/// address, 5.7.x about us.
pub(super) fn classify_reply(code: u16, said: &str) -> SendError {
    let text = format!("{code} {said}");
    let enhanced = said.split_whitespace().find(|w| w.starts_with("5.") && w.split('.').count() == 3);
    match (code, enhanced) {
        // Our login is wrong or wanted: an operator mends that, and the mail is still good.
        (530 | 534 | 535 | 538, _) => SendError::Temporary(text),
        (500.., Some(e)) if e.starts_with("5.1.") || e == "5.2.1" => SendError::RefusedAddress(text),
        (550 | 551 | 553, None) => SendError::RefusedAddress(text),
        (500.., _) => SendError::Permanent(text),
        _ => SendError::Temporary(text),
    }
}

fn not_written(folder: &Path, e: &std::io::Error) -> SendError {
    SendError::Temporary(format!("the folder {} cannot be written: {e}", folder.display()))
}

/// Under another name first, so that nobody reads half a mail. The same mail has the same name.
async fn write_file(folder: &Path, message: &Message, bytes: &[u8]) -> Result<(), SendError> {
    let moment: String = message.date.to_string().chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let name = format!("{moment}-{}.eml", identifier(&message.message_id));
    let draft = folder.join(format!(".{name}.part"));
    let write = async {
        tokio::fs::create_dir_all(folder).await?;
        tokio::fs::write(&draft, bytes).await?;
        tokio::fs::rename(&draft, folder.join(&name)).await
    };
    write.await.map_err(|e| not_written(folder, &e))
}
