//! `cargo xtask run --browser`: the demo shop served to a browser, also where no window can be opened.

use anyhow::Result;

use crate::live_shop::LiveShop;
use crate::run::{self, Options};
use crate::setup::Purpose;
use crate::{browser, demo, programs, setup, shell, ui};

/// Builds what has changed, makes the demo shop once, serves it until it is interrupted, and opens the browser where
/// there is a display.
pub fn browse(options: &Options) -> Result<()> {
    setup::ensure(Purpose::Browse)?;
    ui::build_when_changed()?;
    shell::say(run::BUILDING);
    programs::build(&["jangteo"], options.release)?;
    let data = demo::folder(options.data.as_deref())?;
    demo::make_when_absent(&data, &[], options.release)?;
    let shop = LiveShop::start(&shell::built("jangteo", options.release), &data, options.port)?;
    let address = shop.address();
    let where_seen = if run::has_display() && browser::open(address).is_ok() {
        "your browser opens it"
    } else {
        "open it in a browser"
    };
    shell::say(&format!("The shop listens at {address} for this machine alone; {where_seen}. Ctrl-C ends it."));
    shop.serve_until_interrupted()
}
