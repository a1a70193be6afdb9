//! Pictures of partners: fetched by the server once, made anew from their pixels, and shown from here, so that no
//! partner learns who looks at them.

use tessera_platform::images::{ImageName, ImageRefused};
use tessera_platform::outbound::{OutboundError, Request};
use tessera_web::app::App;
use url::Url;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureTrouble {
    #[error(transparent)]
    Outbound(#[from] OutboundError),
    #[error("the other server answered {0}")]
    Status(u16),
    #[error(transparent)]
    Refused(#[from] ImageRefused),
}

impl PictureTrouble {
    /// Whether it may go better later: not where it is the picture itself that is none.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Outbound(e) => matches!(
                e,
                OutboundError::NoName(_) | OutboundError::Unreachable(_) | OutboundError::TimedOut
            ),
            Self::Status(status) => *status >= 500 || *status == 429,
            Self::Refused(e) => matches!(e, ImageRefused::Storage { .. } | ImageRefused::Interrupted),
        }
    }
}

/// Fetches a picture and keeps it. The same picture again is the same name.
pub async fn take_in(app: &App, url: &Url) -> Result<ImageName, PictureTrouble> {
    let request = Request { max_bytes: app.config.http.max_upload.as_usize(), ..Request::get(url.clone()) };
    let answer = app.outbound.send(request).await?;
    if !answer.status.is_success() {
        return Err(PictureTrouble::Status(answer.status.as_u16()));
    }
    Ok(app.images.keep(answer.body).await?.name)
}

/// Where a kept picture is shown, in its small form.
pub fn small_path(name: &str) -> String {
    format!("/images/{name}?form=small")
}
