//! One connection that is kept alive, and just enough of HTTP/1.1 to ask this server and to find the end of its answers.

use anyhow::{Context as _, Result, bail};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Longer than any answer that is measured, in bytes, so that reading one never grows the buffer.
const ROOM: usize = 64 * 1024;
/// Where the status stands, after `HTTP/1.1 `.
const STATUS: std::ops::Range<usize> = 9..12;

/// A connection.
pub struct Line {
    stream: TcpStream,
    host: String,
    out: Vec<u8>,
    read: Vec<u8>,
}

impl Line {
    /// A new connection to a server of this machine.
    ///
    /// # Errors
    /// It is not taken.
    pub async fn connect(port: u16) -> Result<Self> {
        let host = format!("127.0.0.1:{port}");
        let stream = TcpStream::connect(&host).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, host, out: Vec::with_capacity(1_024), read: Vec::with_capacity(ROOM) })
    }

    /// Asks without a token and without a body.
    ///
    /// # Errors
    /// The connection breaks, or the answer is not a success.
    pub async fn get(&mut self, path: &str) -> Result<&[u8]> {
        use std::io::Write as _;
        self.out.clear();
        write!(self.out, "GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host)?;
        self.exchange().await
    }

    /// Posts JSON as a user and gives the id of what that made.
    ///
    /// # Errors
    /// As [`Line::get`]; the answer does not begin with an id.
    pub async fn post(&mut self, path: &str, token: &str, json: &str) -> Result<i64> {
        use std::io::Write as _;
        let (host, length) = (&self.host, json.len());
        self.out.clear();
        write!(
            self.out,
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{json}"
        )?;
        leading_id(self.exchange().await?).context("an answer without an id")
    }

    /// Posts JSON in nobody's name and gives the status of the answer, whatever it is.
    ///
    /// # Errors
    /// The connection breaks.
    pub async fn status_of(&mut self, path: &str, json: &str) -> Result<u16> {
        use std::io::Write as _;
        let (host, length) = (&self.host, json.len());
        self.out.clear();
        write!(
            self.out,
            "POST {path} HTTP/1.1\r\nHost: {host}\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{json}"
        )?;
        self.send_and_read().await?;
        std::str::from_utf8(&self.read[STATUS])?.parse().context("an answer without a status")
    }

    async fn exchange(&mut self) -> Result<&[u8]> {
        let (head, end) = self.send_and_read().await?;
        if self.read.get(STATUS.start) != Some(&b'2') {
            bail!("{}", String::from_utf8_lossy(&self.read));
        }
        Ok(&self.read[head..end])
    }

    /// Where the body of the answer begins and ends.
    async fn send_and_read(&mut self) -> Result<(usize, usize)> {
        self.stream.write_all(&self.out).await?;
        self.read.clear();
        loop {
            if let Some(found) = bounds(&self.read)
                && self.read.len() >= found.1
            {
                return Ok(found);
            }
            if self.stream.read_buf(&mut self.read).await? == 0 {
                bail!("the server hung up");
            }
        }
    }
}

/// Where the body begins and where it ends; `None` while the head is not there yet.
fn bounds(read: &[u8]) -> Option<(usize, usize)> {
    let head = read.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let length =
        std::str::from_utf8(&read[..head]).ok()?.lines().find_map(|line| line.strip_prefix("content-length: "));
    Some((head, head + length.and_then(|length| length.parse().ok()).unwrap_or(0)))
}

/// Every answer of the contract that has an id has it first.
fn leading_id(json: &[u8]) -> Option<i64> {
    let rest = std::str::from_utf8(json).ok()?.strip_prefix("{\"id\":")?;
    rest[..rest.find(|sign: char| !sign.is_ascii_digit())?].parse().ok()
}
