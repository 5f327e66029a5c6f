//! `jangteo user`: creates a user, such as the first admin where there is no window, and sets a new password for one that has
//! forgotten it.

use std::io::Read as _;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;
use shop_app::context::Shop;
use shop_app::runtime::{DataFolder, ShopOptions};
use shop_app::user::{NewUser, create_user, set_password};
use shop_contract::{AdminRole, ShopError, User};

use crate::{ShopFolder, ensure_shop, open_shop, print_message, print_result};

/// What to do with users.
#[derive(Subcommand)]
pub enum Action {
    /// Create a user.
    Create(Options),
    /// Set a new password; all sessions of the user end.
    ResetPassword(Reset),
}

/// The user.
#[derive(Args)]
pub struct Options {
    #[command(flatten)]
    folder: ShopFolder,
    /// Create an admin; without it, a customer.
    #[arg(long)]
    admin: bool,
    /// What the admin may do.
    #[arg(long, value_enum, value_name = "R", default_value_t = Role::Owner, requires = "admin")]
    role: Role,
    /// The user's e-mail.
    #[arg(long, value_name = "E")]
    email: String,
    /// The user's name.
    #[arg(long, value_name = "N", default_value = "Admin")]
    name: String,
    #[command(flatten)]
    password: Password,
}

/// The user that has forgotten the password.
#[derive(Args)]
pub struct Reset {
    #[command(flatten)]
    folder: ShopFolder,
    /// The user's e-mail.
    #[arg(long, value_name = "E")]
    email: String,
    #[command(flatten)]
    password: Password,
}

/// Where the password comes from.
#[derive(Args)]
struct Password {
    /// Read the password from the standard input; without it, one is generated and printed.
    #[arg(long)]
    password_stdin: bool,
}

/// The role of an admin.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Role {
    /// Works on orders, parcels, stock and notes.
    Clerk,
    /// May do all but staff, settings, secrets and restoring.
    Manager,
    /// May do all.
    Owner,
}

impl From<Role> for AdminRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Clerk => Self::Clerk,
            Role::Manager => Self::Manager,
            Role::Owner => Self::Owner,
        }
    }
}

/// Random bytes of a generated password, two letters each.
const GENERATED_BYTES: usize = 10;

/// Creates or changes the user, and prints id and e-mail, and a generated password.
pub fn run(action: Action) -> anyhow::Result<ExitCode> {
    match action {
        Action::Create(Options { folder, admin, role, email, name, password }) => {
            let folder = DataFolder::open(folder.data)?;
            let shop = open_shop(ShopOptions::new(folder.path()))?;
            let role = admin.then(|| role.into());
            done(&shop, &password, async |password| create_user(&shop, NewUser { email, name, password, role }).await)
        }
        Action::ResetPassword(Reset { folder, email, password }) => {
            let path = DataFolder::locate(folder.data)?;
            ensure_shop(&path)?;
            let folder = DataFolder::open(Some(path))?;
            let shop = open_shop(ShopOptions::new(folder.path()))?;
            done(&shop, &password, async |password| set_password(&shop, &email, &password).await)
        }
    }
}

/// Does the work with the password that is given, or with a generated one, and prints the result.
fn done(
    shop: &Arc<Shop>,
    password: &Password,
    work: impl AsyncFnOnce(String) -> Result<User, ShopError>,
) -> anyhow::Result<ExitCode> {
    let given = password.password_stdin.then(read_password).transpose()?;
    let is_given = given.is_some();
    let password = given.unwrap_or_else(|| shop.token(GENERATED_BYTES));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match runtime.block_on(work(password.clone())) {
        Ok(user) if is_given => print_result(&json!({"userId": user.id, "email": user.email}))?,
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
