//! What stands outside is named at one door only: SQLite in shop-store, Tauri in `ui/src/ipc`.

use crate::source::{Source, hold, rust, typescript};

struct Door {
    /// How code names what is outside.
    names: &'static [&'static str],
    /// The folders that may.
    homes: &'static [&'static str],
}

const SQLITE: Door = Door {
    names: &[concat!("rusq", "lite::"), concat!("use rusq", "lite"), concat!("libsq", "lite3_sys")],
    homes: &["src-tauri/crates/shop-store/", "tests/"],
};
/// Every connection of the program is made where triggers, views and trust in the schema are switched off.
const CONNECTIONS: Door = Door {
    names: &[concat!("Connection::", "open"), concat!("sqlite3_", "open")],
    homes: &["src-tauri/crates/shop-store/src/connection.rs", "tests/"],
};
/// Statements that overwrite without a condition, and the watch of statements, are for the scratch shops of the Lab.
const UNGUARDED: Door = Door {
    names: &[concat!("shop_store::", "lab"), concat!("lab::over", "write_"), concat!("shop_store::", "probe")],
    homes: &["src-tauri/crates/shop-demo/src/lab/", "tests/"],
};
const TAURI: Door =
    Door { names: &[concat!("\"@tauri", "-apps"), concat!("'@tauri", "-apps")], homes: &["ui/src/ipc/"] };

impl Door {
    fn offences(&self, source: &Source) -> Vec<String> {
        if source.is_under(self.homes) {
            return Vec::new();
        }
        let named = |line: &str| self.names.iter().any(|name| line.contains(name));
        source.code_lines_where(named, "named outside its door")
    }
}

#[test]
fn sqlite_is_named_in_the_store_alone() {
    hold(&rust(), |source| SQLITE.offences(source));
}

#[test]
fn connections_are_opened_in_one_place() {
    let is_test = |source: &Source| source.path.ends_with("/tests.rs") || source.path.contains("/tests/");
    hold(&rust(), |source| if is_test(source) { Vec::new() } else { CONNECTIONS.offences(source) });
}

#[test]
fn the_lab_alone_writes_without_a_guard() {
    hold(&rust(), |source| UNGUARDED.offences(source));
}

#[test]
fn tauri_is_named_at_one_door_of_the_ui() {
    hold(&typescript(), |source| TAURI.offences(source));
}

#[test]
fn a_name_elsewhere_is_seen() {
    let in_the_store = "src-tauri/crates/shop-store/src/a.rs";
    for (door, elsewhere) in [
        (SQLITE, "src-tauri/crates/shop-app/src/a.rs"),
        (CONNECTIONS, in_the_store),
        (UNGUARDED, "src-tauri/crates/shop-app/src/a.rs"),
        (TAURI, "ui/src/pages/a.ts"),
    ] {
        for name in door.names {
            let text = format!("fn a() {{ {name} }}");
            assert_eq!(door.offences(&Source::planted(elsewhere, &text)).len(), 1, "{name} in {elsewhere}");
            let home = format!("{}a", door.homes[0]);
            assert_eq!(door.offences(&Source::planted(&home, &text)).len(), 0, "{name} at home");
        }
    }
}
