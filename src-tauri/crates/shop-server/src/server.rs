//! The listening server: accepts connections up to a bound, with timeouts for headers, bodies and writes, and shuts down
//! gracefully.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use shop_app::context::Shop;
use shop_app::runtime::{DataFolder, Origin, Pictures};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::app::CallState;
use crate::auth::TokenKeys;
use crate::connection::{ConnectionInfo, WriteTimeoutStream};
use crate::guard::Guard;
use crate::limits::Limits;
use crate::permits::{ConnectionLimiter, ConnectionPermit, StreamLimiter, connection_capacity};
use crate::routes::{EventState, router};

/// How long requests in progress may take to finish once the server is told to stop.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(10);
/// The pause after a connection could not be accepted, as when the process has too many files open.
const ACCEPT_BACKOFF: Duration = Duration::from_millis(50);
/// At most one log line of failed accepts in this time.
const ACCEPT_LOG_INTERVAL: Duration = Duration::from_secs(10);
/// How long the refusal of a connection may take to be written.
const REJECT_TIMEOUT: Duration = Duration::from_millis(50);
/// The longest head of a request, in bytes.
const LONGEST_HEAD: usize = 32 * 1024;
/// The answer where too many connections are open.
const OVERLOADED: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\
    Content-Type: application/json\r\nContent-Length: 68\r\n\r\n\
    {\"code\":\"OVERLOADED\",\"message\":\"Too many connections are open here\"}";

/// Where the server listens, and the bounds for its clients.
#[derive(Debug, Clone, Copy, Default)]
pub struct ServerOptions {
    /// The port; 0 takes a free one.
    pub port: u16,
    /// Whether other machines of the network can reach it. Nothing is encrypted.
    pub lan: bool,
    /// The bounds for clients.
    pub limits: Limits,
}

/// A server that is listening.
pub struct Server {
    local: SocketAddr,
    lan: bool,
    stopping: watch::Sender<bool>,
    accepting: JoinHandle<()>,
    /// Knows where it is reached, for the sale room.
    shop: Arc<Shop>,
}

impl Server {
    /// Binds the port, and serves requests in the background until [`Server::stop`].
    pub async fn start(
        shop: Arc<Shop>,
        folder: &DataFolder,
        keys: TokenKeys,
        options: ServerOptions,
    ) -> io::Result<Self> {
        let ServerOptions { port, lan, limits } = options;
        let address = if lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
        let listener = TcpListener::bind((address, port)).await?;
        let local = listener.local_addr()?;
        let reached = Arc::clone(&shop);
        let (stopping, stopped) = watch::channel(false);
        let capacity = connection_capacity(limits.connections, open_file_limit());
        let app = Arc::new(CallState::new(shop, keys, &limits));
        let streams = Arc::new(StreamLimiter::new(limits, capacity));
        let events = EventState { app, limiter: streams, stopping: stopped.clone() };
        let router = router(
            events,
            Arc::new(Guard::new(&limits)),
            Pictures::in_data_folder(folder.path()).drawn_by(shop_demo::draw_picture),
        );
        let connections = Arc::new(ConnectionLimiter::new(capacity, limits.address_connections));
        let accepting = tokio::spawn(accept(listener, router, limits, connections, stopped));
        let server = Self { local, lan, stopping, accepting, shop: reached };
        server.shop.sale().reached_at(server.urls().split_off(1));
        Ok(server)
    }

    /// The port on which it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.local.port()
    }

    /// The URLs of the server: on this machine first, then in its network.
    #[must_use]
    pub fn urls(&self) -> Vec<String> {
        let url = |address: IpAddr| format!("http://{address}:{}", self.port());
        let mut urls = vec![url(Ipv4Addr::LOCALHOST.into())];
        if self.lan {
            let interfaces = if_addrs::get_if_addrs().unwrap_or_default();
            let addresses = interfaces.iter().map(if_addrs::Interface::ip);
            urls.extend(addresses.filter(|address| address.is_ipv4() && !address.is_loopback()).map(url));
        }
        urls
    }

    /// Accepts no more connections and finishes the requests in progress. After ten seconds the rest is cut off.
    pub async fn stop(self) {
        self.shop.sale().reached_at(Vec::new());
        // An error means that accepting has ended already.
        let _ = self.stopping.send(true);
        if let Err(error) = self.accepting.await {
            tracing::error!(%error, "the server did not shut down cleanly");
        }
    }
}

async fn accept(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    connections: Arc<ConnectionLimiter>,
    mut stopping: watch::Receiver<bool>,
) {
    let graceful = GracefulShutdown::new();
    let mut failures = AcceptFailures::default();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopping.wait_for(|stopping| *stopping) => break,
        };
        match accepted {
            Ok((stream, peer)) => match connections.acquire(Origin::of_peer(peer.ip())) {
                Some(permit) => drop(tokio::spawn(serve_connection(
                    stream,
                    peer,
                    router.clone(),
                    limits,
                    graceful.watcher(),
                    permit,
                ))),
                None => drop(tokio::spawn(reject(stream))),
            },
            Err(error) => {
                if let Some(count) = failures.count(Instant::now()) {
                    tracing::warn!(%error, count, "connections could not be accepted");
                }
                tokio::time::sleep(ACCEPT_BACKOFF).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(SHUTDOWN_GRACE, graceful.shutdown()).await.is_err() {
        tracing::warn!("some connections were cut off");
    }
}

/// Failed accepts since the last log line.
#[derive(Default)]
struct AcceptFailures {
    unlogged: u64,
    logged_at: Option<Instant>,
}

impl AcceptFailures {
    /// Counts one; the number to log now, where the interval is over.
    fn count(&mut self, now: Instant) -> Option<u64> {
        self.unlogged += 1;
        if self.logged_at.is_some_and(|at| now.duration_since(at) < ACCEPT_LOG_INTERVAL) {
            return None;
        }
        self.logged_at = Some(now);
        Some(std::mem::take(&mut self.unlogged))
    }
}

async fn serve_connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    limits: Limits,
    watcher: Watcher,
    _permit: ConnectionPermit,
) {
    let Ok(local) = stream.local_addr() else { return };
    // Answers are small and sent at once; where the system refuses, they are only slower.
    let _ = stream.set_nodelay(true);
    let info = ConnectionInfo { local, peer };
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(info);
        tower_service::Service::call(&mut router.clone(), request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_timeout)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(WriteTimeoutStream::new(stream, limits.write_timeout)), service);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, %peer, "a connection ended early");
    }
}

/// Answers 503 and closes the connection.
async fn reject(mut stream: TcpStream) {
    let _ = tokio::time::timeout(REJECT_TIMEOUT, stream.write_all(OVERLOADED)).await;
}

/// The number of files that this process may have open, of which each connection is one; `None` for no limit.
#[cfg(unix)]
fn open_file_limit() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).current
}

#[cfg(not(unix))]
fn open_file_limit() -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_accepts_are_logged_once_in_an_interval_with_their_number() {
        let (mut failures, start) = (AcceptFailures::default(), Instant::now());
        assert_eq!(failures.count(start), Some(1), "the first at once");
        for _ in 0..200 {
            assert_eq!(failures.count(start + ACCEPT_LOG_INTERVAL / 2), None, "the next ones are only counted");
        }
        assert_eq!(failures.count(start + ACCEPT_LOG_INTERVAL), Some(201), "and logged together");
    }
}
