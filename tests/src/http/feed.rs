//! A client of the server-sent events.

use std::time::Duration;

use serde_json::Value;
use tokio::time::timeout;

use super::{Site, TestUser};

/// Longer than a silent stream stays silent.
const PATIENCE: Duration = Duration::from_secs(30);

/// An open stream of events.
pub struct Feed {
    response: reqwest::Response,
    read: String,
}

/// What a stream says.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// That it is still there.
    Beat,
    /// What happened: the event's name and its data.
    Event(String, Value),
    /// Nothing any more.
    End,
}

impl Site {
    /// Opens a stream as a user and waits until it is connected.
    ///
    /// # Panics
    /// Where it is refused.
    pub async fn feed(&self, user: &TestUser, query: &str) -> Feed {
        let response = self.get(&format!("/v1/events{query}")).by(user).open().await;
        assert_eq!(response.status(), 200, "the stream opens");
        let kind = response.headers()["content-type"].to_str().expect("a text").to_owned();
        assert!(kind.starts_with("text/event-stream"), "it is a stream of events: {kind}");
        let mut feed = Feed { response, read: String::new() };
        assert_eq!(feed.next().await, Said::Beat, "its first word is that it listens");
        feed
    }
}

impl Feed {
    /// The next thing it says.
    ///
    /// # Panics
    /// Where it is silent for longer than a stream may be.
    pub async fn next(&mut self) -> Said {
        loop {
            if let Some((block, rest)) = self.read.split_once("\n\n") {
                let (said, rest) = (parse(block), rest.to_owned());
                self.read = rest;
                return said;
            }
            match timeout(PATIENCE, self.response.chunk()).await.expect("a stream says that it is there") {
                Ok(Some(bytes)) => self.read.push_str(&String::from_utf8_lossy(&bytes)),
                Ok(None) | Err(_) => return Said::End,
            }
        }
    }

    /// The next event of this name; the others before it are passed over.
    ///
    /// # Panics
    /// Where the stream ends before.
    pub async fn event(&mut self, name: &str) -> Value {
        loop {
            match self.next().await {
                Said::Event(told, data) if told == name => return data,
                Said::End => panic!("the stream ends before it tells of {name}"),
                _ => {}
            }
        }
    }

    /// All events until this one, which is included.
    pub async fn until(&mut self, last: impl Fn(&str, &Value) -> bool) -> Vec<(String, Value)> {
        let mut heard = Vec::new();
        while let Said::Event(name, data) = self.next_event().await {
            let is_last = last(&name, &data);
            heard.push((name, data));
            if is_last {
                break;
            }
        }
        heard
    }

    async fn next_event(&mut self) -> Said {
        loop {
            match self.next().await {
                Said::Beat => {}
                said => return said,
            }
        }
    }
}

fn parse(block: &str) -> Said {
    let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    match (field("event:"), field("data:")) {
        (Some(name), Some(data)) => Said::Event(name.to_owned(), serde_json::from_str(data).expect("data is JSON")),
        _ => Said::Beat,
    }
}
