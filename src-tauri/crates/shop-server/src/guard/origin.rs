//! Is the request meant for this server, and does it come from its own pages or from a program?
//!
//! Listening on the loopback address keeps nobody out: any page in a browser of this machine can send requests there, and
//! a name that its owner points at 127.0.0.1 makes them look like the page's own. So the `Host` must be this server's
//! address as it is, never a name but `localhost`, and what a browser says of the page it asks for must be this server too.

use std::net::IpAddr;

use axum::http::{HeaderMap, Method, Uri, header};

use crate::app::Ends;

/// Whether `Host`, `Origin` and `Sec-Fetch-Site` let the request in.
pub fn is_ours(method: &Method, uri: &Uri, headers: &HeaderMap, ends: Ends) -> bool {
    let Some(host) = only(headers, header::HOST.as_str()) else { return false };
    let authority_is_ours = uri.authority().is_none_or(|authority| authority.as_str() == host);
    authority_is_ours && is_our_host(host, ends) && is_our_origin(headers, host) && is_our_site(method, uri, headers)
}

/// The one value of a header that must come exactly once.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

fn is_our_host(host: &str, ends: Ends) -> bool {
    let port = ends.local.port();
    let Some((name, given_port)) = host.rsplit_once(':') else { return false };
    if given_port != port.to_string() {
        return false;
    }
    let address = match ends.local.ip() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    };
    name == address || (ends.local.ip().is_loopback() && name.eq_ignore_ascii_case("localhost"))
}

/// A browser names the page that asks in `Origin`; a program sends none.
fn is_our_origin(headers: &HeaderMap, host: &str) -> bool {
    if !headers.contains_key(header::ORIGIN) {
        return true;
    }
    only(headers, header::ORIGIN.as_str()).and_then(|origin| origin.strip_prefix("http://")) == Some(host)
}

/// A browser says how near the page that asks is. From elsewhere one may follow a link to a page, and no more.
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
