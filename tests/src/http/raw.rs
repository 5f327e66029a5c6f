//! A client that says exactly what it is told to, for what no proper client would send.

use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::Site;

/// Longer than any limit of the server: an answer that has not come by then never comes.
const PATIENCE: Duration = Duration::from_secs(40);

/// A connection.
pub struct Line(TcpStream);

impl Site {
    /// A new connection.
    ///
    /// # Panics
    /// Where the server does not even take it.
    pub async fn line(&self) -> Line {
        Line(TcpStream::connect(("127.0.0.1", self.port())).await.expect("the server takes the connection"))
    }

    /// Sends these bytes and reads the answer; `None` where the connection is closed without one.
    pub async fn say(&self, bytes: impl AsRef<[u8]>) -> Option<Reply> {
        let mut line = self.line().await;
        line.write(bytes).await;
        line.read().await
    }

    /// Sends a request without a body, whose headers after the request line are these, and reads the answer.
    pub async fn say_headers(&self, request_line: &str, headers: &[&str]) -> Option<Reply> {
        let lines: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        self.say(format!("{request_line} HTTP/1.1\r\n{lines}\r\n")).await
    }
}

impl Line {
    /// Sends bytes; says whether the server still took them.
    pub async fn write(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.0.write_all(bytes.as_ref()).await.is_ok()
    }

    /// Reads one answer; `None` where the connection ends without one.
    ///
    /// # Panics
    /// Where nothing happens for longer than any limit of the server.
    pub async fn read(&mut self) -> Option<Reply> {
        let mut bytes = Vec::new();
        let mut piece = [0; 4_096];
        loop {
            if let Some(reply) = Reply::parse(&bytes) {
                return Some(reply);
            }
            let read = timeout(PATIENCE, self.0.read(&mut piece)).await.expect("the server answers or hangs up");
            match read {
                Ok(0) | Err(_) => return None,
                Ok(count) => bytes.extend_from_slice(&piece[..count]),
            }
        }
    }
}

/// An answer, as it stood on the line.
#[derive(Debug)]
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// Its head, in lower case.
    pub head: String,
    /// Its body; `null` where it is not JSON.
    pub body: Value,
}

impl Reply {
    /// A header, where there is one.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim)
    }

    /// The answer in these bytes, once it is whole: a body is as long as its head says.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let mut reply = Self { status, head, body: Value::Null };
        let length = reply.header("content-length").map_or(0, |length| length.parse().expect("a length"));
        let body = bytes.get(end + 4..end + 4 + length)?;
        reply.body = serde_json::from_slice(body).unwrap_or_default();
        Some(reply)
    }
}
