//! The listening server: takes connections up to a limit, gives each client only so long to say what it wants, and stops
//! without dropping what it has begun.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use shop_app::runtime::{DataFolder, Origin, Pictures, Shop};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::app::{App, Ends, Limits, Shared};
use crate::auth::TokenKeys;
use crate::guard::{Flood, Registrations};
use crate::places::{ConnectionPlace, ConnectionPlaces, StreamPlaces, fitting};
use crate::routes::{Readiness, router};
use crate::unread::Unread;

/// How long what has been begun may take to end, once the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(10);
/// After a connection could not be taken, as when the process has too many files open.
const BREATH: Duration = Duration::from_millis(50);
/// The head of a request, in bytes.
const LONGEST_HEAD: usize = 32 * 1024;
/// What a client hears when there are too many connections.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\
    Content-Type: application/json\r\nContent-Length: 68\r\n\r\n\
    {\"code\":\"OVERLOADED\",\"message\":\"Too many connections are open here\"}";

/// Where the server listens, and what it bears.
#[derive(Debug, Clone, Copy, Default)]
pub struct ServerOptions {
    /// The port; 0 takes a free one.
    pub port: u16,
    /// Whether other machines of the network can reach it. What they send is not encrypted.
    pub lan: bool,
    /// What one client may cost.
    pub limits: Limits,
}

/// A server that is listening.
pub struct Server {
    local: SocketAddr,
    lan: bool,
    stopping: watch::Sender<bool>,
    accepting: JoinHandle<()>,
}

impl Server {
    /// Listens from now on.
    ///
    /// # Errors
    /// The port is taken, or the system refuses.
    pub async fn start(
        shop: Arc<Shop>,
        folder: &DataFolder,
        keys: TokenKeys,
        options: ServerOptions,
    ) -> io::Result<Self> {
        let address = if options.lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
        let listener = TcpListener::bind((address, options.port)).await?;
        let local = listener.local_addr()?;
        let (stopping, told) = watch::channel(false);
        let places = fitting(options.limits.connections, files());
        let places = Arc::new(ConnectionPlaces::new(places, options.limits.address_connections));
        let app: App = Arc::new(Shared {
            shop,
            keys,
            pictures: Pictures::in_data_folder(folder.path()).drawn_by(shop_demo::draw_picture),
            limits: options.limits,
            sessions: Flood::new(),
            addresses: Flood::new(),
            registrations: Registrations::new(),
            account_writes: Flood::new(),
            streams: Arc::new(StreamPlaces::new(options.limits, places.all())),
            readiness: Readiness::default(),
            stopping: told.clone(),
        });
        let accepting = tokio::spawn(accept(listener, router(app), options.limits, places, told));
        Ok(Self { local, lan: options.lan, stopping, accepting })
    }

    /// The port on which it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.local.port()
    }

    /// Where it can be reached: on this machine first, then in its network.
    #[must_use]
    pub fn urls(&self) -> Vec<String> {
        let url = |address: IpAddr| format!("http://{address}:{}", self.port());
        let mut urls = vec![url(Ipv4Addr::LOCALHOST.into())];
        if self.lan {
            let cards = if_addrs::get_if_addrs().unwrap_or_default();
            let addresses = cards.iter().map(if_addrs::Interface::ip);
            urls.extend(addresses.filter(|address| address.is_ipv4() && !address.is_loopback()).map(url));
        }
        urls
    }

    /// Takes no more connections, finishes what has been begun, and ends. What takes longer than ten seconds is cut off.
    pub async fn stop(self) {
        // Whoever listened is gone only when accepting has ended already.
        let _ = self.stopping.send(true);
        if let Err(error) = self.accepting.await {
            tracing::error!(%error, "the server did not end well");
        }
    }
}

async fn accept(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    places: Arc<ConnectionPlaces>,
    mut stopping: watch::Receiver<bool>,
) {
    let graceful = GracefulShutdown::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopping.wait_for(|stopping| *stopping) => break,
        };
        match accepted {
            Ok((stream, peer)) => match places.take(Origin::of_peer(peer.ip())) {
                Some(place) => {
                    drop(tokio::spawn(converse(stream, peer, router.clone(), limits, graceful.watcher(), place)))
                }
                None => drop(tokio::spawn(turn_away(stream))),
            },
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(FAREWELL, graceful.shutdown()).await.is_err() {
        tracing::warn!("some connections were cut off");
    }
}

async fn converse(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    limits: Limits,
    watcher: Watcher,
    _place: ConnectionPlace,
) {
    let Ok(local) = stream.local_addr() else { return };
    // Answers are small and wanted at once; a system that cannot do this is only slower.
    let _ = stream.set_nodelay(true);
    let ends = Ends { local, peer };
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request: Request = request.map(Body::new);
        request.extensions_mut().insert(ends);
        tower_service::Service::call(&mut router.clone(), request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_wait)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(Unread::new(stream, limits.read_wait)), service);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, %peer, "a connection ended early");
    }
}

/// Says so and hangs up; a client that does not listen is not waited for.
async fn turn_away(mut stream: TcpStream) {
    let _ = tokio::time::timeout(BREATH, stream.write_all(FULL)).await;
}

/// Files that the system lets this process have open, a connection being one; `None` where there is no such bound.
#[cfg(unix)]
fn files() -> Option<u64> {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).current
}

#[cfg(not(unix))]
fn files() -> Option<u64> {
    None
}
