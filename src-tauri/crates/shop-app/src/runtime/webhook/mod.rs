//! The webhook over HTTP: one signed POST of JSON, a few seconds at most, no redirects, no proxy.
//!
//! The host name is resolved here, its addresses are checked, and the connection uses one of the checked addresses. A
//! name that resolves to another address a moment later has no effect.

mod delivery;
mod reach;
mod signature;

use std::io;
use std::time::Duration;

use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

pub use delivery::{Delivery, DeliveryFault};
pub(crate) use signature::{new_secret, signature};

use self::reach::{is_public, is_receiver};

/// Maximum time of one delivery, from the name resolution to the response head.
const TIMEOUT: Duration = Duration::from_secs(5);
/// Maximum bytes of a response head. The body is not read.
const LONGEST_HEAD: usize = 16 * 1024;

/// Sends an event to the merchant's own system.
pub trait Webhook: Send + Sync {
    /// Posts an event; blocks, a few seconds at most.
    fn post(&self, delivery: &Delivery) -> Result<(), DeliveryFault>;
}

/// Posts over HTTP.
pub struct HttpWebhook {
    /// Connects to public addresses only.
    public: Agent,
    /// Connects also to this machine and its network.
    local: Agent,
}

impl Default for HttpWebhook {
    fn default() -> Self {
        Self { public: agent(false), local: agent(true) }
    }
}

impl Webhook for HttpWebhook {
    fn post(&self, delivery: &Delivery) -> Result<(), DeliveryFault> {
        if !is_webhook_url(&delivery.url) {
            return Err(DeliveryFault::NotAllowed);
        }
        let agent = if delivery.allows_local { &self.local } else { &self.public };
        let mut request = agent.post(&delivery.url).header("content-type", "application/json");
        for (name, value) in &delivery.headers {
            request = request.header(*name, value);
        }
        // Dropping the unread response closes its connection.
        let response = request.send(&delivery.body).map_err(|error| fault(&error))?;
        let status = response.status();
        if status.is_success() { Ok(()) } else { Err(DeliveryFault::Status(status.as_u16())) }
    }
}

/// Whether events can be posted to the URL: `http` or `https`, with a host, without user name and password.
pub(crate) fn is_webhook_url(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let Some(authority) = uri.authority() else { return false };
    let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
    is_web && !authority.host().is_empty() && !authority.as_str().contains('@')
}

fn agent(allows_local: bool) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(TIMEOUT))
        .max_redirects(0)
        .max_response_header_size(LONGEST_HEAD)
        .http_status_as_error(false)
        // A proxy would resolve the name again, and could connect to forbidden addresses.
        .proxy(None)
        .user_agent(concat!("jangteo/", env!("CARGO_PKG_VERSION")))
        .build();
    let resolver = CheckedResolver { allows_local, inner: DefaultResolver::default() };
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

/// Resolves a name to its allowed addresses.
#[derive(Debug)]
struct CheckedResolver {
    allows_local: bool,
    inner: DefaultResolver,
}

impl Resolver for CheckedResolver {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let mut allowed = self.empty();
        for address in &*self.inner.resolve(uri, config, timeout)? {
            let ip = address.ip();
            if if self.allows_local { is_receiver(ip) } else { is_public(ip) } {
                allowed.push(*address);
            }
        }
        if allowed.is_empty() { Err(ureq::Error::Other(Box::new(AddressNotAllowed))) } else { Ok(allowed) }
    }
}

/// The name has no allowed address.
#[derive(Debug, thiserror::Error)]
#[error("the address is not allowed")]
struct AddressNotAllowed;

/// The fault shown to the admin. The library's own text contains hosts, addresses and files of this network and is
/// discarded.
fn fault(error: &ureq::Error) -> DeliveryFault {
    use ureq::Error;
    match error {
        Error::Other(other) if other.is::<AddressNotAllowed>() => DeliveryFault::NotAllowed,
        Error::Timeout(_) => DeliveryFault::Timeout,
        Error::StatusCode(status) => DeliveryFault::Status(*status),
        Error::ConnectionFailed => DeliveryFault::Refused,
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) | Error::TlsRequired => DeliveryFault::Tls,
        Error::Io(error) => match error.kind() {
            io::ErrorKind::ConnectionRefused => DeliveryFault::Refused,
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => DeliveryFault::Timeout,
            // Errors of the TLS library arrive through the wrapped stream.
            io::ErrorKind::InvalidData => DeliveryFault::Tls,
            _ => DeliveryFault::Failed,
        },
        _ => DeliveryFault::Failed,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::thread::JoinHandle;

    use super::*;

    /// A receiver that accepts one connection, reads the request, and answers with these bytes.
    fn receiver(answer: &'static str) -> (u16, JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let thread = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a connection");
            let (mut heard, mut piece) = (String::new(), [0; 4_096]);
            while !heard.ends_with("{\"a\":1}") {
                let count = stream.read(&mut piece).expect("a request");
                heard.push_str(&String::from_utf8_lossy(&piece[..count]));
            }
            // The sender may have closed the connection.
            let _ = stream.write_all(answer.as_bytes());
            heard
        });
        (port, thread)
    }

    fn delivery(url: String, allows_local: bool) -> Delivery {
        let headers = [
            ("webhook-id", "7".to_owned()),
            ("webhook-timestamp", "1".to_owned()),
            ("webhook-signature", "v1,x".to_owned()),
        ];
        Delivery { url, body: String::from("{\"a\":1}"), headers, allows_local }
    }

    #[test]
    fn a_local_receiver_is_reached_only_where_it_is_allowed() {
        let (port, thread) = receiver("HTTP/1.1 204 No Content\r\n\r\n");
        let webhook = HttpWebhook::default();
        for host in [
            "127.0.0.1",
            "localhost",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "0.0.0.0",
            "169.254.169.254",
            "10.0.0.1",
            "[fe80::1]",
        ] {
            let url = format!("http://{host}:{port}/hook");
            assert_eq!(webhook.post(&delivery(url, false)), Err(DeliveryFault::NotAllowed), "{host}");
        }
        let url = format!("http://localhost:{port}/hook");
        assert_eq!(webhook.post(&delivery(url, true)), Ok(()), "an admin has allowed it");
        let heard = thread.join().expect("the receiver ends").to_lowercase();
        for header in
            ["content-type: application/json", "webhook-id: 7", "webhook-timestamp: 1", "webhook-signature: v1,x"]
        {
            assert!(heard.contains(header), "{header} is sent: {heard}");
        }
    }

    #[test]
    fn a_fault_is_one_of_a_closed_list() {
        let webhook = HttpWebhook::default();
        for (answer, expected) in [
            ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "STATUS_302"),
            ("HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "STATUS_307"),
            ("HTTP/1.1 503 Busy\r\nContent-Length: 999999999\r\n\r\nsecret words", "STATUS_503"),
            ("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n", "STATUS_410"),
            ("nonsense\r\n\r\n", "FAILED"),
            ("", "FAILED"),
        ] {
            let (port, thread) = receiver(answer);
            let fault = webhook.post(&delivery(format!("http://127.0.0.1:{port}/"), true)).expect_err(answer);
            assert_eq!(fault.to_string(), expected, "{answer:?}");
            thread.join().expect("the receiver ends");
        }
        let closed = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
        let fault = webhook.post(&delivery(format!("http://{closed}/"), true));
        assert_eq!(fault, Err(DeliveryFault::Refused), "nobody listens");
        let fault = webhook.post(&delivery(String::from("http://nowhere.invalid/"), true));
        assert!(matches!(fault, Err(DeliveryFault::Failed | DeliveryFault::Timeout)), "no such name: {fault:?}");
    }

    #[test]
    fn events_are_posted_over_the_web_and_with_no_password_in_the_address() {
        for (url, is_one) in [
            ("https://shop.example/hook", true),
            ("http://127.0.0.1:9000/hook?shop=1", true),
            ("https://[2001:db8::1]/", true),
            ("https://user@shop.example/", false),
            ("https://user:word@shop.example/", false),
            ("https://shop.example@evil.example/", false),
            ("ftp://shop.example/", false),
            ("file:///etc/passwd", false),
            ("unix:///run/docker.sock", false),
            ("shop.example/hook", false),
            ("https:///hook", false),
            ("", false),
        ] {
            assert_eq!(is_webhook_url(url), is_one, "{url}");
        }
        let sneaked = delivery(String::from("http://user:word@127.0.0.1:1/"), true);
        assert_eq!(HttpWebhook::default().post(&sneaked), Err(DeliveryFault::NotAllowed), "whatever the settings hold");
    }
}
