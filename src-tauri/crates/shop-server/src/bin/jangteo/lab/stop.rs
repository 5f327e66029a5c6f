//! Ends a run of the Lab on SIGINT or SIGTERM. The first signal lets waiting users get their answer, so that the scratch shop is
//! closed and removed; a second one ends the process at once, and the next start removes what is left.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::signal::unix::{SignalKind, signal};

/// The exit code of a run that a signal ended, as shells give it to SIGINT.
pub const STOPPED: u8 = 130;

/// A flag that becomes true on the first signal.
pub fn on_signal() -> anyhow::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let entered = runtime.enter();
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    drop(entered);
    let flag = Arc::clone(&stop);
    std::thread::spawn(move || {
        runtime.block_on(async {
            loop {
                tokio::select! {
                    _ = interrupt.recv() => {}
                    _ = terminate.recv() => {}
                }
                if flag.swap(true, Ordering::Relaxed) {
                    std::process::exit(i32::from(STOPPED));
                }
            }
        });
    });
    Ok(stop)
}
