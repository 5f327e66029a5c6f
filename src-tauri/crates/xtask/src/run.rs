//! `cargo xtask run`: from the sources to an open window on a demo shop.
//!
//! Everything that has been made is kept, so that a second run starts within seconds. A debug build
//! is what is quickest to the first window. Where there is no display, the window opens on a virtual
//! one, is photographed, and is ended again with all that was started; `--browser` is for using it there.

use std::path::PathBuf;
use std::process::{Child, Command};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;
use xtask::display::{VirtualDisplay, end};

use crate::setup::Purpose;
use crate::{demo, programs, setup, shell, ui};

/// Said before the programs are compiled.
pub const BUILDING: &str = "Building the shop (the first time takes some minutes) …";
const DRAW_DEADLINE: Duration = Duration::from_secs(60);

/// The options of `run`.
#[derive(Args)]
pub struct Options {
    /// The folder with the shop's data; made with demo data if it is absent or empty [default: target/demo-shop].
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Build with optimisation: slower to build, faster to use.
    #[arg(long)]
    pub release: bool,
    /// Serve the shop to a browser instead of opening a window; needs no display and none of the window's libraries.
    #[arg(long)]
    pub browser: bool,
    /// With --browser: the port; 0 is one that is free.
    #[arg(long, default_value_t = 0, requires = "browser")]
    pub port: u16,
    /// Without a display: leave the window open on the virtual one until it is interrupted.
    #[arg(long)]
    keep: bool,
}

/// Builds what has changed, makes the demo shop once, opens the window.
pub fn run(options: &Options) -> Result<()> {
    let seen = has_display();
    setup::ensure(if seen { Purpose::Run } else { Purpose::RunUnseen })?;
    ui::build_when_changed()?;
    shell::say(BUILDING);
    programs::build(&["jangteo", "jangteo-window"], options.release)?;
    let data = demo::folder(options.data.as_deref())?;
    demo::make_when_absent(&data, &[], options.release)?;
    let mut window = Command::new(shell::built("jangteo-window", options.release));
    window.arg("--data").arg(&data);
    if seen {
        shell::say("Opening the window …");
        shell::run(&mut window)
    } else {
        open_unseen(window, options.keep)
    }
}

/// A place where a window can be seen. On macOS and Windows there is always one.
pub fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn open_unseen(mut window: Command, keep: bool) -> Result<()> {
    let display = VirtualDisplay::start(&shell::target().join("xtask/screen"))?;
    let name = display.name();
    shell::say(&format!("There is no display here: the window opens on a virtual one, {name} …"));
    shell::say("To use the shop nevertheless: cargo xtask run --browser");
    let mut window = window
        .env("DISPLAY", &name)
        .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
        .env_remove("WAYLAND_DISPLAY")
        .spawn()
        .context("cannot open the window")?;
    let shown = photograph(&display, &mut window);
    if keep && shown.is_ok() {
        shell::say(&format!("The window stays open on DISPLAY={name}; interrupt to end it."));
        window.wait()?;
    }
    end(&mut window);
    shown
}

fn photograph(display: &VirtualDisplay, window: &mut Child) -> Result<()> {
    let picture = shell::target().join("screenshot.png");
    let drawn = display.picture_when_drawn(&picture, DRAW_DEADLINE, || match window.try_wait()? {
        Some(status) => bail!("the window closed by itself with {status}"),
        None => Ok(()),
    });
    if picture.exists() {
        shell::say(&format!("Screenshot: {}", picture.display()));
    }
    drawn
}
