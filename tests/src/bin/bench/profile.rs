//! A fixed number of steps of the mix through the engine, for a profiler that counts instructions: `valgrind --tool=callgrind` or
//! `perf stat -e instructions`. Counts can be compared even where other programs take the machine away.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, ensure};
use shop_app::context::Shop;

use crate::bare::Engine;
use crate::work::{Shopper, Supply};

/// Clients that take turns, so that groups are as large as with many clients.
const CLIENTS: usize = 64;

/// Runs so many steps on a folder with a copy of the template, which the bench leaves in target/bench/plain.
///
/// # Errors
/// The file cannot be opened, or a step fails.
pub fn run(folder: &Path, steps: usize) -> Result<()> {
    let engine = Arc::new(Engine::open(&Shop::file_in(folder))?);
    let supply = Arc::new(Supply::default());
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let clients = (0..CLIENTS).map(|number| {
        let (engine, mut shopper) = (Arc::clone(&engine), Shopper::new(&supply, number));
        async move {
            for _ in 0..steps / CLIENTS {
                let Some(step) = shopper.next_step() else { return false };
                let Some(made) = engine.run(step).await else { return false };
                shopper.made(made);
            }
            true
        }
    });
    let clients: Vec<_> = clients.map(|client| runtime.spawn(client)).collect();
    runtime.block_on(async {
        for client in clients {
            ensure!(client.await?, "a step failed");
        }
        Ok(())
    })
}
