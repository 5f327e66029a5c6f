//! A connection: the addresses of its two ends, and a timeout for writes to it. Without the timeout a client that sends
//! requests and never reads the answers would hold its connection for ever.

use std::future::Future as _;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::Request;
use shop_app::runtime::Origin;
use shop_contract::{ErrorCode, ShopError};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// The addresses of the connection on which a request came; the server puts them into the request's extensions.
#[derive(Debug, Clone, Copy)]
pub struct ConnectionInfo {
    /// The server's address.
    pub local: SocketAddr,
    /// The client's address.
    pub peer: SocketAddr,
}

impl ConnectionInfo {
    /// # Errors
    /// `INTERNAL_ERROR` for a request without a connection, so that it is not taken for one of this machine.
    pub fn of(request: &Request) -> Result<Self, ShopError> {
        request.extensions().get::<Self>().copied().ok_or_else(|| ErrorCode::InternalError.into())
    }

    pub fn origin(self) -> Origin {
        Origin::of_peer(self.peer.ip())
    }
}

/// A stream on which a write fails once it has made no progress for the timeout.
pub struct WriteTimeoutStream<S> {
    stream: S,
    timeout: Duration,
    /// Runs while a write waits for the client to read.
    deadline: Option<Pin<Box<Sleep>>>,
}

impl<S> WriteTimeoutStream<S> {
    pub fn new(stream: S, timeout: Duration) -> Self {
        Self { stream, timeout, deadline: None }
    }

    fn check_deadline<T>(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.deadline = None;
            return written;
        }
        let timeout = self.timeout;
        ready!(self.deadline.get_or_insert_with(|| Box::pin(sleep(timeout))).as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for WriteTimeoutStream<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for WriteTimeoutStream<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.check_deadline(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.check_deadline(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    use super::*;

    #[tokio::test]
    async fn a_write_fails_once_the_client_stops_reading() {
        let (here, mut there) = tokio::io::duplex(4);
        let mut stream = WriteTimeoutStream::new(here, Duration::from_millis(20));
        let mut received = [0; 8];
        let (written, read) = tokio::join!(stream.write_all(b"whatever"), there.read_exact(&mut received));
        assert!(written.is_ok() && read.is_ok(), "while the client reads, all of it arrives");
        let error = stream.write_all(b"whatever").await.expect_err("the client reads no more");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut, "the write times out");
    }
}
