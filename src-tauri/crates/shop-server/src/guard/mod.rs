//! The guard before every route: the right host, the right origin, and not too many requests of one address. It also adds the
//! headers of every answer, and closes a connection whose request body was not read.

mod origin;
mod unread_body;

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use shop_app::runtime::Origin;
use shop_contract::{ErrorCode, ShopError};

use self::unread_body::UnreadBody;
use crate::connection::ConnectionInfo;
use crate::limits::Limits;
use crate::rate_limit::RateLimiter;
use crate::response::{Refusal, language, too_many};

/// Each of them makes a user.
const REGISTRATIONS: [&str; 2] = ["/v1/auth/register", "/v1/sale-room/join"];

/// The headers of every answer. The pages need inline styles, and load nothing from another origin.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
         font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
    ),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// The rates of clients by address.
pub struct Guard {
    local_rate: RateLimiter<IpAddr>,
    remote_rate: RateLimiter<IpAddr>,
    registrations: RegistrationLimiter,
}

impl Guard {
    pub fn new(limits: &Limits) -> Self {
        Self {
            local_rate: RateLimiter::new(limits.local_rate),
            remote_rate: RateLimiter::new(limits.remote_rate),
            registrations: RegistrationLimiter::new(limits),
        }
    }

    fn admit(&self, request: &Request) -> Result<(), ShopError> {
        let connection = ConnectionInfo::of(request)?;
        let address = connection.peer.ip();
        let rate = if address.is_loopback() { &self.local_rate } else { &self.remote_rate };
        rate.admit(&address).map_err(too_many)?;
        if !origin::is_ours(request.method(), request.uri(), request.headers(), connection) {
            return Err(ErrorCode::Forbidden.into());
        }
        let registers = request.method() == Method::POST && REGISTRATIONS.contains(&request.uri().path());
        if registers { self.registrations.admit(connection.origin()).map_err(too_many) } else { Ok(()) }
    }
}

/// The middleware around every route.
pub async fn guard(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let lang = language(request.headers());
    let (request, unread) = UnreadBody::watch(request);
    let mut response = match guard.admit(&request) {
        Ok(()) => next.run(request).await,
        Err(error) => {
            drop(request);
            Refusal::of(error, lang).into_response()
        }
    };
    if !response.headers().contains_key(header::CONNECTION)
        && let Some(unread) = unread
        && unread.must_close().await
    {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// The rates of registrations: each costs a password hash and a row that stays. One address of the network has a rate, and so
/// has the whole network, against a client with many addresses. The rate of this machine allows tests and load drivers.
struct RegistrationLimiter {
    local: RateLimiter<()>,
    address: RateLimiter<IpAddr>,
    network: RateLimiter<()>,
}

impl RegistrationLimiter {
    fn new(limits: &Limits) -> Self {
        Self {
            local: RateLimiter::new(limits.local_registrations),
            address: RateLimiter::new(limits.address_registrations),
            network: RateLimiter::new(limits.network_registrations),
        }
    }

    /// Counts one try; refuses it with the seconds to wait.
    fn admit(&self, origin: Origin) -> Result<(), u64> {
        match origin {
            Origin::ThisMachine => self.local.admit(&()),
            Origin::Network(address) => {
                self.address.admit(&address)?;
                self.network.admit(&())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rate_limit::Rate;

    #[test]
    fn an_address_the_network_and_this_machine_have_a_rate_of_registrations_each() {
        let few = |burst| Rate { burst, per_second: 0.01 };
        let limits = Limits {
            local_registrations: few(4),
            address_registrations: few(2),
            network_registrations: few(3),
            ..Limits::default()
        };
        let (limiter, from) = (RegistrationLimiter::new(&limits), |last| Origin::Network([192, 0, 2, last].into()));
        assert_eq!(limiter.admit(from(1)), Ok(()), "the first of an address");
        assert_eq!(limiter.admit(from(1)), Ok(()), "and the second");
        assert_eq!(limiter.admit(from(1)), Err(100), "no third of one address");
        assert_eq!(limiter.admit(from(2)), Ok(()), "another address has its own rate");
        assert_eq!(limiter.admit(from(3)), Err(100), "but no more than three of the network");
        for _ in 0..4 {
            assert_eq!(limiter.admit(Origin::ThisMachine), Ok(()), "this machine has its own rate");
        }
        assert_eq!(limiter.admit(Origin::ThisMachine), Err(100), "which is bounded too");
    }
}
