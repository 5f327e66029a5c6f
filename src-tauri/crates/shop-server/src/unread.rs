//! A connection whose client has to read what it asked for. One that asks and never reads would otherwise keep its place
//! for ever: nothing is wrong with its requests, and the system's buffers are full.

use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// A stream on which a write that makes no headway for so long fails.
pub struct Unread<S> {
    stream: S,
    wait: Duration,
    /// Runs while a write waits for the client to read.
    deadline: Option<Pin<Box<Sleep>>>,
}

impl<S> Unread<S> {
    /// Gives the client `wait` from one piece that it reads to the next.
    pub fn new(stream: S, wait: Duration) -> Self {
        Self { stream, wait, deadline: None }
    }

    fn held<T>(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.deadline = None;
            return written;
        }
        let wait = self.wait;
        ready!(self.deadline.get_or_insert_with(|| Box::pin(sleep(wait))).as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Unread<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Unread<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.held(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.held(cx, written)
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
    async fn who_reads_is_written_to_and_who_does_not_is_given_up() {
        let (here, mut there) = tokio::io::duplex(4);
        let mut stream = Unread::new(here, Duration::from_millis(20));
        let mut heard = [0; 8];
        let (written, read) = tokio::join!(stream.write_all(b"whatever"), there.read_exact(&mut heard));
        assert!(written.is_ok() && read.is_ok(), "piece by piece all of it arrives");
        let unread = stream.write_all(b"whatever").await.expect_err("nobody reads on");
        assert_eq!(unread.kind(), io::ErrorKind::TimedOut, "and that is said");
    }
}
