//! A virtual display (Xvfb) that lives as long as its value, and pictures of it.
//!
//! Xvfb chooses a free display number itself and maps its screen into a file, so neither a guess at
//! numbers nor a screenshot program is needed. Only the process that was started here is ended.

mod screen;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use screen::Screen;

/// Width of the virtual screen in pixels: the window's first size, as no window manager centres it.
pub const WIDTH: u32 = 1280;
/// Height of the virtual screen in pixels.
pub const HEIGHT: u32 = 800;

/// A screen holds a drawn page when it shows at least this many colours; a blank window shows one,
/// a bare skeleton a handful, text with smoothed edges alone some dozens.
const DRAWN_COLOURS: usize = 100;
/// Two pictures count as the same when fewer than one pixel in this many differs (a countdown ticks).
const STILL_FRACTION: usize = 50;
const STILL_PICTURES: u32 = 3;
const PICTURE_INTERVAL: Duration = Duration::from_millis(400);

/// A running Xvfb; it ends when this is dropped.
pub struct VirtualDisplay {
    server: Child,
    number: u32,
    folder: PathBuf,
}

impl VirtualDisplay {
    /// Starts a screen of [`WIDTH`] × [`HEIGHT`] whose memory is mapped into `folder` (made if absent).
    pub fn start(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset"])
            .args(["-screen", "0", &format!("{WIDTH}x{HEIGHT}x24")])
            .arg("-fbdir")
            .arg(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb; `cargo xtask setup` installs it")?;
        match read_number(&mut server) {
            Ok(number) => Ok(Self { server, number, folder: folder.to_owned() }),
            Err(error) => {
                end(&mut server);
                Err(error)
            }
        }
    }

    /// The value for `DISPLAY`, such as `:99`.
    pub fn name(&self) -> String {
        format!(":{}", self.number)
    }

    /// Waits until a page is drawn and stands still, at most `deadline`, and saves it as a PNG.
    pub fn picture_when_drawn(
        &self,
        to: &Path,
        deadline: Duration,
        mut alive: impl FnMut() -> Result<()>,
    ) -> Result<()> {
        let started = Instant::now();
        let mut last = self.screen()?;
        let mut still = 0;
        while still < STILL_PICTURES && started.elapsed() < deadline {
            std::thread::sleep(PICTURE_INTERVAL);
            alive()?;
            let now = self.screen()?;
            let drawn = now.colours() >= DRAWN_COLOURS;
            let same = now.differing_pixels(&last) * STILL_FRACTION < now.pixels();
            still = if drawn && same { still + 1 } else { 0 };
            last = now;
        }
        last.save_png(to)?;
        if still < STILL_PICTURES {
            bail!("the page was not drawn within {} s", deadline.as_secs());
        }
        Ok(())
    }

    fn screen(&self) -> Result<Screen> {
        Screen::read(&self.folder.join("Xvfb_screen0"))
    }
}

impl Drop for VirtualDisplay {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}

/// Ends a process that was started here and collects it, so that no zombie stays.
/// A process that has ended already is no error.
pub fn end(process: &mut Child) {
    // Both calls fail only for a process that is gone already.
    let _gone = process.kill();
    let _collected = process.wait();
}

fn read_number(server: &mut Child) -> Result<u32> {
    let stdout = server.stdout.take().expect("BUG: stdout was asked to be piped");
    let mut line = String::new();
    BufReader::new(stdout).read_line(&mut line)?;
    line.trim().parse().context("Xvfb ended before it told its display number")
}
