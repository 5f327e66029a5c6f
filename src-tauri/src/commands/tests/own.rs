//! A row for each command that is no operation of the list.

use serde_json::{Value, json};
use shop_contract::{Access, AdminRole, ErrorCode, LabGuard, LabScenario, RunLab};
use shop_tests::http::PASSWORD;

/// What follows where the command is invoked by a user that may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// An answer.
    Answered,
    /// A refusal, because the shop is not in the state that the command needs.
    Refused(ErrorCode),
    /// It is not tried here, for this reason; a story in the real window has it.
    NotHere(&'static str),
}

/// A command of the window alone.
pub struct Own {
    pub name: &'static str,
    /// `Open`, or the least role of an admin.
    pub access: Access,
    pub request: Value,
    pub outcome: Outcome,
}

/// All of them, for a shop of one's own that is open, with this user.
pub fn all(email: &str) -> Vec<Own> {
    let own_shop = json!({"shopName": "가게", "email": "a@b.kr", "password": PASSWORD, "name": "주인"});
    let crowd = json!(RunLab {
        scenario: LabScenario::LastItem,
        guard: LabGuard::Keyed,
        users: 10,
        stock: 1,
        seed: 1,
        arrival_seconds: 0,
    });
    let none = || json!({});
    let opens = |name, request, outcome| Own { name, access: Access::Open, request, outcome };
    let managers = |name, request, outcome| Own { name, access: Access::Admin(AdminRole::Manager), request, outcome };
    let owners = |name, request, outcome| Own { name, access: Access::Admin(AdminRole::Owner), request, outcome };
    let (answered, conflict) = (Outcome::Answered, Outcome::Refused(ErrorCode::Conflict));
    vec![
        opens("login", json!({"email": email, "password": PASSWORD}), answered),
        opens("logout", none(), answered),
        opens("fill_with_demo_data", none(), conflict),
        opens("get_demo_shoppers", none(), conflict),
        opens("set_demo_shoppers", json!({"rate": "quiet"}), conflict),
        opens("reset_demo", none(), conflict),
        opens("begin_own_shop", json!({"shop": own_shop, "products": "none", "keepDemo": true}), conflict),
        managers("run_lab", crowd, answered),
        managers("stop_lab", none(), answered),
        managers("report_lab", none(), answered),
        managers("race_lab", json!({"guard": "keyed", "seed": 1}), answered),
        managers(
            "pull_the_plug",
            json!({"moment": "before-commit"}),
            Outcome::NotHere("it kills a process of the program"),
        ),
        managers("fail_payment_in_lab", none(), answered),
        opens("subscribe_events", none(), answered),
        opens("attach_menu", json!({"look": "auto"}), Outcome::NotHere("a menu needs a display")),
        owners("server_state", none(), answered),
        owners("start_server", json!({"port": 8_080, "lan": false}), Outcome::NotHere("it may ask the keychain")),
        owners("stop_server", none(), answered),
        opens("get_recovery", none(), answered),
        opens("recover_shop", json!({"name": "jangteo.db"}), conflict),
        opens("reopen_shop", none(), answered),
        opens("show_data_folder", none(), Outcome::NotHere("it opens a program of the system")),
        opens("quit_window", none(), Outcome::NotHere("it ends the program")),
        opens("get_about", none(), answered),
        opens("save_pdf", json!({"name": "영수증"}), Outcome::NotHere("a dialog needs a display")),
        opens("get_crash", none(), answered),
        opens("dismiss_crash", none(), answered),
        opens("show_crash_folder", none(), Outcome::NotHere("it opens a program of the system")),
    ]
}

#[test]
fn every_command_of_the_window_has_its_row() {
    // The build script names them, and a command that it does not name is refused by the capability.
    let build = include_str!("../../../build.rs");
    let array = build.split_once("WINDOW_COMMANDS").and_then(|(_, rest)| rest.split_once('=')?.1.split_once(']'));
    let (names, _) = array.expect("build.rs has the array");
    let mut named: Vec<&str> = names.split('"').skip(1).step_by(2).collect();
    let rows = all("a@b.kr");
    let mut rows: Vec<&str> = rows.iter().map(|own| own.name).collect();
    named.sort_unstable();
    rows.sort_unstable();
    assert_eq!(rows, named, "a command without a row, or a row without a command");
}
