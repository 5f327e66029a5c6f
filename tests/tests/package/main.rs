//! The package as a user has it: installed, started from the menu, bought in, updated with the data kept, removed with the data
//! left. It is installed into a folder, so that this machine stays as it is and no root is needed.
//!
//! `cargo xtask test --only package` makes the two packages and names them.

mod installed;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use shop_tests::window::ShopWindow;

use installed::Installed;

/// A product without options and without a limit, for 18,500 won.
const RICE: i64 = 133;
/// Files that users and the system look for.
const FILES: [&str; 10] = [
    "usr/bin/jangteo",
    "usr/bin/jangteo-window",
    "usr/share/applications/jangteo.desktop",
    "usr/share/bash-completion/completions/jangteo",
    "usr/share/doc/jangteo/copyright",
    "usr/share/doc/jangteo/third-party.gz",
    "usr/share/fish/vendor_completions.d/jangteo.fish",
    "usr/share/icons/hicolor/128x128/apps/jangteo.png",
    "usr/share/man/man1/jangteo-serve.1.gz",
    "usr/share/zsh/vendor-completions/_jangteo",
];

fn package(variable: &str) -> Result<PathBuf> {
    let named = std::env::var_os(variable);
    named.map(PathBuf::from).with_context(|| format!("{variable} names a package; use cargo xtask test --only package"))
}

/// A folder for the data of the shop, which is not part of what is installed.
fn data() -> Result<PathBuf> {
    let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("package/shop");
    for folder in [data.clone(), data.with_extension("home")] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    Ok(data)
}

fn text(path: &Path) -> Result<&str> {
    path.to_str().context("a path that is a text")
}

fn succeeded(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?} does not start"))?;
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    ensure!(output.status.success(), "{command:?}: {out}{err}");
    Ok(out.into_owned())
}

fn count_orders(installed: &Installed, data: &Path) -> Result<i64> {
    let found = installed.jangteo(&["verify", "--data", text(data)?])?;
    ensure!(found.trim() == "[]", "the books are right: {found}");
    let file = shop_app::context::Shop::file_in(data);
    let shop = rusqlite::Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    Ok(shop.query_row("SELECT count(*) FROM \"order\"", [], |row| row.get(0))?)
}

/// Signs in as a customer of the demo, and buys.
async fn buy(window: &ShopWindow) -> Result<()> {
    window.go("/sign-in").await?;
    window.click("main li button", "P").await?;
    window.arrive("/").await?;
    window.go(&format!("/products/{RICE}")).await?;
    window.follow("main button", "바로 구매").await?;
    window.find_with_text("main h1", "주문·결제").await?;
    window.click("main button:not([disabled])", "결제하기").await?;
    window.find_with_text("main h1", "주문이 완료됐어요").await.map(drop)
}

#[tokio::test]
async fn it_is_installed_started_bought_in_updated_and_removed() -> Result<()> {
    let (package, newer) = (package("JANGTEO_PACKAGE")?, package("JANGTEO_NEWER_PACKAGE")?);
    let data = data()?;
    let installed = Installed::new()?;
    installed.install(&package)?;
    for file in FILES {
        ensure!(installed.path(file).is_file(), "{file} is installed");
    }
    let first = installed.version()?;
    ensure!(installed.jangteo(&["--version"])?.contains(&first), "the program tells its version {first}");
    let size = ["demo-data", "--products", "225", "--users", "5", "--orders", "60", "--data", text(&data)?];
    installed.jangteo(&size)?;
    let before = count_orders(&installed, &data)?;

    let window = ShopWindow::open_program(&installed.menu_entry()?, &data).await?;
    buy(&window).await?;
    window.screenshot("package-bought-ko-light").await?;
    window.close().await?;
    ensure!(count_orders(&installed, &data)? == before + 1, "the order is stored");

    installed.install(&newer)?;
    ensure!(installed.version()? != first, "the newer version is installed");
    ensure!(count_orders(&installed, &data)? == before + 1, "no order is lost");
    let window = ShopWindow::open_program(&installed.menu_entry()?, &data).await?;
    window.go("/me/settings").await?;
    window.find_with_text("main", "버전").await?;
    window.close().await?;

    let said = installed.remove()?;
    ensure!(said.contains(".local/share/jangteo"), "the user is told where the data stays: {said}");
    for file in FILES {
        ensure!(!installed.path(file).exists(), "{file} is removed");
    }
    ensure!(data.join("jangteo.db").is_file(), "the data of the user stays");
    Ok(())
}

#[test]
fn the_unit_and_the_completions_are_in_order() -> Result<()> {
    let installed = Installed::new()?;
    installed.install(&package("JANGTEO_PACKAGE")?)?;
    let unit = fs::read_to_string(installed.path("usr/lib/systemd/user/jangteo.service"))?;
    let program =
        unit.lines().find_map(|line| line.strip_prefix("ExecStart=/")).context("the unit starts a program")?;
    let program = program.split(' ').next().unwrap_or_default();
    ensure!(installed.path(program).is_file(), "the unit starts an installed program: {program}");
    ensure!(unit.contains("[Install]"), "it can be enabled");
    let enabled =
        installed.path("etc/systemd").exists() || installed.path("usr/lib/systemd/user/default.target.wants").exists();
    ensure!(!enabled, "it is not enabled by the package");
    let completions = installed.path("usr/share/bash-completion/completions/jangteo");
    succeeded(Command::new("bash").arg("-n").arg(&completions))?;
    ensure!(fs::read_to_string(&completions)?.contains("demo-data"), "the sub-commands are completed");
    let page = succeeded(Command::new("gzip").arg("-dc").arg(installed.path("usr/share/man/man1/jangteo.1.gz")))?;
    ensure!(page.contains("jangteo\\-serve(1)"), "the manual lists the sub-commands: {page}");
    Ok(())
}

#[test]
fn what_it_depends_on_has_korean_letters_and_the_web_view() -> Result<()> {
    let package = package("JANGTEO_PACKAGE")?;
    let depends = succeeded(Command::new("dpkg-deb").arg("--field").arg(&package).arg("Depends"))?;
    for needed in ["fonts-noto-cjk | fonts-nanum", "libc6 (>= 2.", "libgtk-3-0", "libwebkit2gtk-4.1-0"] {
        ensure!(depends.contains(needed), "{needed} in {depends}");
    }
    let files = succeeded(Command::new("dpkg-deb").arg("--contents").arg(&package))?;
    for line in files.lines() {
        ensure!(line.contains(" root/root "), "files belong to root: {line}");
    }
    Ok(())
}
