//! `jangteo token`: access tokens for the operator, who can read the data folder anyway. Each has a session of its own, which
//! is in the user's list of sessions and can be ended there.

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::{anyhow, ensure};
use clap::Args;
use serde_json::json;
use shop_app::runtime::{DataFolder, ShopOptions};
use shop_app::user::{Who, open_sessions};
use shop_server::TokenKeys;

use crate::{ShopFolder, ensure_shop, open_shop};

/// The shop and the users.
#[derive(Args)]
#[group(id = "users", required = true, multiple = false, args = ["email", "all_customers"])]
pub struct Options {
    #[command(flatten)]
    folder: ShopFolder,
    /// For the user with this e-mail.
    #[arg(long, value_name = "E")]
    email: Option<String>,
    /// For every customer.
    #[arg(long)]
    all_customers: bool,
}

/// The device in the list of sessions.
const DEVICE: &str = "jangteo token";

/// Prints a line of JSON for each user: userId, email, accessToken.
pub fn run(options: Options) -> anyhow::Result<ExitCode> {
    let path = DataFolder::locate(options.folder.data)?;
    ensure_shop(&path)?;
    let folder = DataFolder::open(Some(path))?;
    let shop = open_shop(ShopOptions::new(folder.path()))?;
    let keys = TokenKeys::load_or_create(&folder).map_err(|reason| anyhow!(reason))?;
    let users = options.email.map_or(Who::AllCustomers, Who::Email);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let sessions = runtime.block_on(open_sessions(&shop, users, DEVICE)).map_err(|error| anyhow!("{error:?}"))?;
    ensure!(!sessions.is_empty(), "there is no such user");
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for session in sessions {
        let token = keys.access_token(&shop, session.user_id, session.session_id).map_err(|reason| anyhow!(reason))?;
        writeln!(out, "{}", json!({"userId": session.user_id, "email": session.email, "accessToken": token}))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
