//! `jangteo user create`: creates a user, such as the first admin where there is no window.

use std::io::Read as _;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::json;
use shop_app::runtime::{DataFolder, ShopOptions};
use shop_app::user::{NewUser, create_user};
use shop_contract::UserType;

use crate::{ShopFolder, open_shop, print_message, print_result};

/// What to do with users.
#[derive(Subcommand)]
pub enum Action {
    /// Create a user.
    Create(Options),
}

/// The user.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    folder: ShopFolder,
    /// Create an admin; without it, a customer.
    #[arg(long)]
    admin: bool,
    /// The user's e-mail.
    #[arg(long, value_name = "E")]
    email: String,
    /// The user's name.
    #[arg(long, value_name = "N", default_value = "Admin")]
    name: String,
    /// Read the password from the standard input; without it, one is generated and printed.
    #[arg(long)]
    password_stdin: bool,
}

/// Random bytes of a generated password, two letters each.
const GENERATED_BYTES: usize = 10;

/// Creates the user and prints id and e-mail, and a generated password.
pub fn run(Action::Create(options): Action) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::open(options.folder.data)?;
    let shop = open_shop(ShopOptions::new(folder.path()))?;
    let given = options.password_stdin.then(read_password).transpose()?;
    let password = given.clone().unwrap_or_else(|| shop.token(GENERATED_BYTES));
    let kind = if options.admin { UserType::Admin } else { UserType::Customer };
    let user = NewUser { email: options.email, name: options.name, password: password.clone(), kind };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match runtime.block_on(create_user(&shop, user)) {
        Ok(user) if given.is_some() => print_result(&json!({"userId": user.id, "email": user.email}))?,
        Ok(user) => print_result(&json!({"userId": user.id, "email": user.email, "password": password}))?,
        Err(error) => {
            print_message(&format!("jangteo: {error}"));
            return Ok(ExitCode::from(crate::FAILED));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn read_password() -> anyhow::Result<String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}
