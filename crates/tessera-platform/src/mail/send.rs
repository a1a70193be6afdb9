//! The ways a mail leaves: a mail server, a folder, the log.

use super::message::identifier;
use super::{Message, Unwritable};
use crate::config::{self, MailTransport, Sender, SmtpServer, SmtpTls};
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
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
    /// The server will never take this mail.
    #[error("the mail server refused the mail: {0}")]
    Permanent(String),
    /// There is no such mailbox.
    #[error("the mail server refused the address: {0}")]
    RefusedAddress(String),
}

impl SendError {
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Temporary(_))
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

const TIMEOUT: Duration = Duration::from_secs(30);
const CONNECTIONS: u32 = 4;

impl Mailer {
    pub fn new(config: &config::Mail) -> Result<Self, SendError> {
        let transport = match &config.transport {
            MailTransport::Log => Transport::Log,
            MailTransport::File(folder) => Transport::File(folder.clone()),
            MailTransport::Smtp(server) => Transport::Smtp(smtp(server)?),
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
            Transport::Smtp(server) => server.send(written).await.map(drop).map_err(|e| classify(&e)),
        }
    }

    /// Whether a mail could be handed over now; sends nothing. For `doctor`.
    pub async fn check(&self) -> Result<(), SendError> {
        match &self.transport {
            Transport::Smtp(server) => match server.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err(SendError::Temporary("it closed the connection".into())),
                Err(e) => Err(classify(&e)),
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

fn smtp(server: &SmtpServer) -> Result<AsyncSmtpTransport<Tokio1Executor>, SendError> {
    crate::outbound::install_crypto();
    let tls = |strict: bool| {
        TlsParameters::builder(server.host.clone())
            .dangerous_accept_invalid_certs(!strict)
            .build()
            .map_err(|e| SendError::Permanent(format!("TLS cannot be set up: {e}")))
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

fn classify(e: &lettre::transport::smtp::Error) -> SendError {
    let said = e.source().map_or_else(|| e.to_string(), ToString::to_string);
    let Some(code) = e.status().map(u16::from) else {
        // Only an address in another script than the server speaks is the mail's own fault (RFC 6531).
        return if e.is_client() && said.contains("non-ascii") {
            SendError::RefusedAddress(said)
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
