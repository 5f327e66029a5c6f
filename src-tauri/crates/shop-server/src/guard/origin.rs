//! Checks `Host`, `Origin` and `Sec-Fetch-Site`: a request must be meant for this server, and come from its own pages or from
//! a program.
//!
//! The loopback address alone protects nothing: any page in a browser of this machine can send requests there, and with a
//! domain name that points to 127.0.0.1 they look like same-origin requests (DNS rebinding). So `Host` must be this server's
//! address or `localhost`, and the origin that a browser sends must be this server.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::http::{HeaderMap, Method, Uri, header};

use crate::connection::ConnectionInfo;

/// The port that an `http` authority leaves out.
const DEFAULT_PORT: u16 = 80;

pub fn is_ours(method: &Method, uri: &Uri, headers: &HeaderMap, connection: ConnectionInfo) -> bool {
    let Some(host) = only(headers, header::HOST.as_str()).and_then(Authority::parse) else { return false };
    let target_is_host = uri.authority().is_none_or(|target| Authority::parse(target.as_str()) == Some(host));
    target_is_host && host.is_ours(connection) && is_our_origin(headers, host) && is_our_site(method, uri, headers)
}

/// The one value of a header that must come exactly once.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

/// A host and its port, parsed, so that two spellings of one authority are equal (RFC 9110, section 4.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Authority {
    host: Host,
    port: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Host {
    Localhost,
    Address(IpAddr),
}

impl Authority {
    /// `None` for a host that this server cannot have: another name, user information, an address in a spelling that only
    /// some programs understand (`127.1`, octal, hexadecimal).
    fn parse(text: &str) -> Option<Self> {
        let (host, port) = match text.strip_prefix('[') {
            Some(literal) => {
                let (address, port) = literal.split_once(']')?;
                (Host::Address(address.parse::<Ipv6Addr>().ok()?.into()), port)
            }
            None => {
                let end = text.find(':').unwrap_or(text.len());
                (Host::parse(&text[..end])?, &text[end..])
            }
        };
        let port = match port.strip_prefix(':') {
            Some("") => DEFAULT_PORT,
            Some(digits) => digits.parse().ok().filter(|port: &u16| port.to_string() == digits)?,
            None if port.is_empty() => DEFAULT_PORT,
            None => return None,
        };
        Some(Self { host, port })
    }

    fn is_ours(self, connection: ConnectionInfo) -> bool {
        let local = connection.local.ip().to_canonical();
        let is_our_host = match self.host {
            Host::Localhost => local.is_loopback(),
            Host::Address(address) => address == local,
        };
        is_our_host && self.port == connection.local.port()
    }
}

impl Host {
    fn parse(text: &str) -> Option<Self> {
        if text.eq_ignore_ascii_case("localhost") {
            return Some(Self::Localhost);
        }
        text.parse::<Ipv4Addr>().ok().map(|address| Self::Address(address.into()))
    }
}

/// A browser sends the origin of the requesting page; a program sends none.
fn is_our_origin(headers: &HeaderMap, host: Authority) -> bool {
    if !headers.contains_key(header::ORIGIN) {
        return true;
    }
    let authority = only(headers, header::ORIGIN.as_str()).and_then(|origin| origin.strip_prefix("http://"));
    authority.and_then(Authority::parse) == Some(host)
}

/// A browser sends how the requesting page is related. From another site, only a link to the first page may be followed.
fn is_our_site(method: &Method, uri: &Uri, headers: &HeaderMap) -> bool {
    const SITE: &str = "sec-fetch-site";
    if !headers.contains_key(SITE) {
        return true;
    }
    match only(headers, SITE) {
        Some("same-origin" | "none") => true,
        _ => {
            let is_link = only(headers, "sec-fetch-mode") == Some("navigate")
                && only(headers, "sec-fetch-dest") == Some("document");
            is_link && *method == Method::GET && uri.path() == "/"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_admitted(local: &str, target: &str, headers: &[(&str, &str)]) -> bool {
        let connection =
            ConnectionInfo { local: local.parse().expect("an address"), peer: local.parse().expect("an address") };
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name = axum::http::HeaderName::from_bytes(name.as_bytes()).expect("a name");
            map.append(name, value.parse().expect("a value"));
        }
        is_ours(&Method::GET, &target.parse().expect("a target"), &map, connection)
    }

    #[test]
    fn a_default_port_may_be_left_out_of_the_host() {
        for (host, is_ours) in [
            ("127.0.0.1", true),
            ("127.0.0.1:80", true),
            ("127.0.0.1:", true),
            ("localhost", true),
            ("LOCALHOST:80", true),
            ("127.0.0.1:8080", false),
            ("127.0.0.1:080", false),
            ("127.1", false),
            ("evil.example", false),
            ("[::1]", false),
        ] {
            assert_eq!(is_admitted("127.0.0.1:80", "/", &[("host", host)]), is_ours, "port 80: {host}");
        }
        assert!(!is_admitted("127.0.0.1:7700", "/", &[("host", "127.0.0.1")]), "no other port may be left out");
        assert!(!is_admitted("127.0.0.1:443", "/", &[("host", "127.0.0.1")]), "nor that of another scheme");
    }

    #[test]
    fn a_default_port_may_be_left_out_of_origin_and_target() {
        for (host, target, origin, is_ours) in [
            ("127.0.0.1", "/", "http://127.0.0.1", true),
            ("127.0.0.1:80", "/", "http://127.0.0.1", true),
            ("127.0.0.1", "http://127.0.0.1:80/v1/shop", "http://127.0.0.1", true),
            ("127.0.0.1", "http://localhost/v1/shop", "http://127.0.0.1", false),
            ("127.0.0.1", "/", "https://127.0.0.1", false),
            ("127.0.0.1", "/", "http://localhost", false),
            ("127.0.0.1", "/", "http://127.0.0.1/", false),
        ] {
            let headers = [("host", host), ("origin", origin)];
            assert_eq!(is_admitted("127.0.0.1:80", target, &headers), is_ours, "{host} {target} {origin}");
        }
    }

    #[test]
    fn an_ipv6_literal_is_parsed_in_any_spelling() {
        for (local, host, is_ours) in [
            ("[::1]:7700", "[::1]:7700", true),
            ("[::1]:7700", "[0:0:0:0:0:0:0:1]:7700", true),
            ("[::1]:7700", "localhost:7700", true),
            ("[::1]:80", "[::1]", true),
            ("[2001:db8::a]:80", "[2001:DB8::A]", true),
            ("[::1]:7700", "::1:7700", false),
            ("[::1]:7700", "[::1:7700", false),
            ("[::1]:7700", "[::1]7700", false),
            ("[::1]:7700", "[::1]", false),
            ("[::1]:7700", "[::2]:7700", false),
            ("[::1]:7700", "[::1%25eth0]:7700", false),
            // A socket for both kinds of addresses shows IPv4 clients in this form.
            ("[::ffff:127.0.0.1]:7700", "127.0.0.1:7700", true),
        ] {
            assert_eq!(is_admitted(local, "/", &[("host", host)]), is_ours, "{local} {host}");
        }
    }
}
