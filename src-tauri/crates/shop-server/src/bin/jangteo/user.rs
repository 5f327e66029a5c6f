//! `jangteo user create`: a person of the shop, above all its first admin where there is no window.

use std::io::Read as _;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::json;
use shop_app::runtime::{DataFolder, ShopOptions};
use shop_app::user::{NewPerson, create_user};
use shop_contract::UserType;

use crate::{Place, answer, complain, open_shop};

/// What to do with people.
#[derive(Subcommand)]
pub enum Action {
    /// Enter a person.
    Create(Options),
}

/// Whom.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    place: Place,
    /// One who runs the shop; a customer without it.
    #[arg(long)]
    admin: bool,
    /// The person's e-mail.
    #[arg(long, value_name = "E")]
    email: String,
    /// The person's name.
    #[arg(long, value_name = "N", default_value = "Admin")]
    name: String,
    /// Read the password from the standard input; one is made up and printed without it.
    #[arg(long)]
    password_stdin: bool,
}

/// Letters of a password that is made up, two for each random byte.
const MADE_UP_BYTES: usize = 10;

/// Enters the person and prints id and e-mail, and the password where it was made up.
pub fn run(Action::Create(options): Action) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::open(options.place.data)?;
    let shop = open_shop(ShopOptions::new(folder.path()))?;
    let given = options.password_stdin.then(read_password).transpose()?;
    let password = given.clone().unwrap_or_else(|| shop.token(MADE_UP_BYTES));
    let kind = if options.admin { UserType::Admin } else { UserType::Customer };
    let person = NewPerson { email: options.email, name: options.name, password: password.clone(), kind };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match runtime.block_on(create_user(&shop, person)) {
        Ok(user) if given.is_some() => answer(&json!({"userId": user.id, "email": user.email}))?,
        Ok(user) => answer(&json!({"userId": user.id, "email": user.email, "password": password}))?,
        Err(error) => {
            complain(&format!("jangteo: {error}"));
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
