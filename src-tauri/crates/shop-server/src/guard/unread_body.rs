//! The rest of a request body that no handler has read, because the request was refused first. On a connection that stays
//! open, the next request would begin in the middle of it.
//!
//! A small rest is read and dropped, so that the connection can stay open. After a larger or slower one the server closes the
//! connection, and the answer has `Connection: close`, so that the client does not send its next request on it.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header;
use http_body_util::{BodyExt as _, Limited};
use hyper::body::{Body as _, Frame, SizeHint};
use parking_lot::Mutex;

/// The longest rest that is read only to be dropped, in bytes.
const LONGEST_REST: usize = 64 * 1024;
/// How long the answer waits for the rest.
const REST_TIMEOUT: Duration = Duration::from_millis(100);

type Slot = Arc<Mutex<Option<Body>>>;

/// A handle on the rest of a body.
pub struct UnreadBody {
    rest: Slot,
    /// The client waits for `100 Continue`, and sends no body after a final answer.
    awaits_continue: bool,
}

impl UnreadBody {
    /// Wraps the body of the request; `None` where it has none.
    pub fn watch(request: Request) -> (Request, Option<Self>) {
        if request.body().is_end_stream() {
            return (request, None);
        }
        let rest = Slot::default();
        let unread = Self { rest: Arc::clone(&rest), awaits_continue: request.headers().contains_key(header::EXPECT) };
        let request = request.map(|body| Body::new(WatchedBody { body: Some(body), rest }));
        (request, Some(unread))
    }

    /// Whether the connection has to be closed after the answer. To be called once the request has been dropped.
    pub async fn must_close(self) -> bool {
        let Some(rest) = self.rest.lock().take() else { return false };
        if self.awaits_continue || rest.size_hint().lower() > LONGEST_REST as u64 {
            return true;
        }
        let read = tokio::time::timeout(REST_TIMEOUT, Limited::new(rest, LONGEST_REST).collect()).await;
        !matches!(read, Ok(Ok(_)))
    }
}

/// Puts the rest of the body into the slot when it is dropped before the end.
struct WatchedBody {
    /// `None` once it has been read to its end, or has failed.
    body: Option<Body>,
    rest: Slot,
}

impl hyper::body::Body for WatchedBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        let frame = std::task::ready!(Pin::new(&mut *body).poll_frame(cx));
        if !matches!(frame, Some(Ok(_))) || body.is_end_stream() {
            self.body = None;
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(|| SizeHint::with_exact(0), Body::size_hint)
    }
}

impl Drop for WatchedBody {
    fn drop(&mut self) {
        *self.rest.lock() = self.body.take();
    }
}
