//! What hundreds who read a picture slowly cost the real program in memory.

use std::fs;
use std::net::SocketAddr;

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

use crate::served::Served;

const READERS: usize = 400;
/// The largest picture that was ever taken, in bytes.
const PICTURE: usize = 5 * 1024 * 1024;
/// What all readers together may cost, in KiB.
const MOST_KIB: u64 = 64 * 1024;
/// How much of what it has been sent a reader's system keeps, in bytes: little, so that the rest stays with the server.
const RECEIVED: u32 = 16 * 1024;

#[tokio::test]
async fn many_slow_readers_of_a_large_picture_cost_little_memory() {
    let folder = TempDir::new().expect("a folder");
    let served = Served::start(folder.path());
    let picture: Vec<u8> = (0..PICTURE as u64).map(|place| (place.wrapping_mul(0x9e37_79b9) >> 13) as u8).collect();
    let name: String = Sha256::digest(&picture)[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    // One of a single width, as earlier versions stored pictures of up to five MiB.
    fs::write(folder.path().join("images").join(format!("{name}.jpg")), &picture).expect("the folder is there");
    let request = format!("GET /images/{name}.jpg HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.host());
    let mut warm_up = reader(&served, &request).await;
    assert!(rest(&mut warm_up).await.ends_with(&picture[PICTURE - 9..]), "the picture is served");
    let before = memory(&served, "VmRSS");
    let mut readers = Vec::new();
    for _ in 0..READERS {
        readers.push(reader(&served, &request).await);
    }
    // Each reads a little in turn, so that all of them are in the middle of it at the same time.
    let mut little = vec![0; 4 * 1024];
    for _ in 0..8 {
        for reader in &mut readers {
            assert!(reader.read(&mut little).await.expect("it is still served") > 0, "it is not at its end");
        }
    }
    let most = memory(&served, "VmHWM");
    assert!(most.saturating_sub(before) <= MOST_KIB, "{READERS} readers cost {} KiB", most.saturating_sub(before));
    for reader in readers.iter_mut().step_by(READERS / 4) {
        let end = rest(reader).await;
        assert!(
            end.ends_with(&picture[PICTURE - 100_000..]),
            "a client that reads on gets all of it: {} bytes",
            end.len()
        );
    }
    drop(readers);
    served.stop();
}

/// Asks for the picture on a connection of its own and reads the status.
async fn reader(served: &Served, request: &str) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(RECEIVED).expect("a small one");
    let address: SocketAddr = served.host().parse().expect("an address");
    let mut stream = socket.connect(address).await.expect("the server takes it");
    stream.write_all(request.as_bytes()).await.expect("it listens");
    let mut status = [0; 12];
    stream.read_exact(&mut status).await.expect("it answers");
    assert_eq!(&status, b"HTTP/1.1 200", "with the picture");
    stream
}

/// All that is still to come.
async fn rest(reader: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).await.expect("it comes to its end");
    bytes
}

/// A figure of the program's memory, in KiB: what it has now, or the most that it ever had.
fn memory(served: &Served, figure: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", served.id())).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix(figure)).expect("the system says it");
    line.trim_start_matches(':').trim().trim_end_matches(" kB").parse().expect("a number")
}
