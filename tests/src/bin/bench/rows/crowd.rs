//! What a crowd that keeps its connections costs the server in memory: slow readers of a large picture, and event streams.

use std::fs;
use std::net::SocketAddr;

use anyhow::{Result, ensure};
use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};

use crate::clients::runtime;
use crate::http::{Served, resident_mebibytes};
use crate::measure::Plan;
use crate::stage::Stage;
use crate::table::{Check, Outcome};

/// Readers of the picture.
const READERS: usize = 400;
/// Users with an event stream each.
const STREAMS: i64 = 500;
/// The largest picture that is stored, in bytes.
const PICTURE: u64 = 5 * 1024 * 1024;
/// The part of an answer that a reader's system keeps, in bytes: little, so that the rest stays with the server.
const RECEIVED: u32 = 16 * 1024;
/// The memory of both crowds.
pub fn row(stage: &Stage, _: Plan) -> Result<Outcome> {
    let served = Served::start(stage)?;
    let runtime = runtime()?;
    let streams = runtime.block_on(streams(&served))?;
    let readers = runtime.block_on(readers(&served))?;
    served.stop()?;
    Ok(Outcome {
        measured: Vec::new(),
        checks: vec![
            Check::at_most("MiB more for 400 slow readers of a picture", 64.0, readers),
            Check::at_most("MiB more for 500 event streams", 16.0, streams),
        ],
    })
}

/// MiB more while the readers are all in the middle of the picture.
async fn readers(served: &Served) -> Result<f64> {
    let picture: Vec<u8> = (0..PICTURE).map(|place| (place.wrapping_mul(0x9e37_79b9) >> 13) as u8).collect();
    let name: String = Sha256::digest(&picture)[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let images = served.folder().join("images");
    fs::create_dir_all(&images)?;
    fs::write(images.join(format!("{name}.jpg")), picture)?;
    let request =
        format!("GET /images/{name}.jpg HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", served.port());
    let mut whole = Vec::new();
    let mut warm_up = ask(served, &request).await?;
    warm_up.read_to_end(&mut whole).await?;
    ensure!(whole.len() as u64 > PICTURE, "the picture is not served: {}", String::from_utf8_lossy(&whole[..200]));
    let before = resident_mebibytes(served.id())?;
    let mut readers = Vec::new();
    for _ in 0..READERS {
        readers.push(ask(served, &request).await?);
    }
    let (mut little, mut most) = (vec![0; 4 * 1024], before);
    for _ in 0..8 {
        for reader in &mut readers {
            ensure!(reader.read(&mut little).await? > 0, "a slow reader is cut off");
        }
        most = most.max(resident_mebibytes(served.id())?);
    }
    Ok(most - before)
}

/// MiB more while the streams are open. Each user asks something first: the pages of the database that a session needs stay in
/// the caches of the readers, whether or not a stream follows.
async fn streams(served: &Served) -> Result<f64> {
    for user_id in 1..=STREAMS {
        let mut answer = Vec::new();
        me(served, user_id).await?.read_to_end(&mut answer).await?;
        ensure!(answer.starts_with(b"HTTP/1.1 200"), "a user is answered {}", String::from_utf8_lossy(&answer));
    }
    let mut held = vec![stream(served, STREAMS + 1).await?];
    let before = resident_mebibytes(served.id())?;
    for user_id in 1..=STREAMS {
        held.push(stream(served, user_id).await?);
    }
    Ok(resident_mebibytes(served.id())? - before)
}

/// The question of a user on a connection that ends with its answer.
async fn me(served: &Served, user_id: i64) -> Result<TcpStream> {
    let (port, token) = (served.port(), served.token(user_id));
    let head = format!("Host: 127.0.0.1:{port}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n");
    ask(served, &format!("GET /v1/me HTTP/1.1\r\n{head}")).await
}

/// A stream whose first word has come.
async fn stream(served: &Served, user_id: i64) -> Result<TcpStream> {
    let token = served.token(user_id);
    let head = format!("Host: 127.0.0.1:{}\r\nAuthorization: Bearer {token}\r\n\r\n", served.port());
    let mut stream = ask(served, &format!("GET /v1/events HTTP/1.1\r\n{head}")).await?;
    let mut first = [0; 1_024];
    let read = stream.read(&mut first).await?;
    let status = String::from_utf8_lossy(&first[..read.min(12)]).into_owned();
    ensure!(status == "HTTP/1.1 200", "an event stream is answered {status}");
    Ok(stream)
}

async fn ask(served: &Served, request: &str) -> Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.set_recv_buffer_size(RECEIVED)?;
    let mut stream = socket.connect(SocketAddr::from(([127, 0, 0, 1], served.port()))).await?;
    stream.write_all(request.as_bytes()).await?;
    Ok(stream)
}
