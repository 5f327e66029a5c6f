//! The commands of the window, invoked as a page does it. Tauri's mock runtime takes the place of the web view; the
//! capabilities, the handler, the commands and the shop are those of the program.

mod hostile;
mod matrix;
mod own;

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};
use shop_app::runtime::DataFolder;
use shop_app::user::SessionSecret;
use shop_contract::{ErrorCode, ErrorView, ShopperRate};
use shop_tests::http::{PASSWORD, Site, TestUser};
use shop_tests::scene::Contents;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::context::context;
use crate::crash::CrashReports;
use crate::demo::Demo;
use crate::lab::Lab;
use crate::menu::WindowMenu;
use crate::opener::Opener;
use crate::server::LocalServer;
use crate::window::Window;

/// A page, the program behind it, and a shop. Fields are dropped in order: the shop is the last, and its books are then proved.
struct TestWindow {
    page: WebviewWindow<MockRuntime>,
    app: App<MockRuntime>,
    contents: Contents,
    site: Site,
}

impl TestWindow {
    async fn open() -> Self {
        let site = Site::open().await;
        let folder = DataFolder::open(site.scene.file().parent().map(Path::to_owned)).expect("the folder is ours");
        let builder = mock_builder().invoke_handler(super::handler());
        let app = builder.build(context()).expect("the program starts");
        let opener = Opener::opened(folder.clone(), Arc::clone(&site.scene.shop));
        app.manage(LocalServer::new(folder.clone()));
        app.manage(Window::new(folder.clone(), opener.watch()));
        app.manage(opener);
        app.manage(Lab::default());
        app.manage(CrashReports::new(folder));
        app.manage(Demo::new(ShopperRate::Off));
        app.manage(WindowMenu::without_bar());
        let page = WebviewWindowBuilder::new(&app, "main", WebviewUrl::default()).build().expect("a page");
        let contents = site.scene.contents();
        Self { page, app, contents, site }
    }

    /// Signs a user in by the command, and takes the session out of the window.
    async fn sign_in(&self, user: &TestUser) -> SessionSecret {
        let login = json!({"email": user.email, "password": PASSWORD});
        self.invoke("login", &login).unwrap_or_else(|error| panic!("{} signs in: {error:?}", user.email));
        self.app.state::<Window>().session.end().await.expect("the window has a session")
    }

    /// Gives the window this session, or none.
    async fn hold(&self, secret: Option<&SessionSecret>) {
        let session = &self.app.state::<Window>().session;
        match secret {
            Some(secret) => session.begin(secret.clone()).await,
            None => drop(session.end().await),
        }
    }

    /// Invokes a command with a request as the pages do.
    fn invoke(&self, command: &str, request: &Value) -> Result<Value, ErrorView> {
        let channel = "__CHANNEL__:7";
        let arguments = json!({"request": request, "lang": "en", "progress": channel, "channel": channel});
        self.invoke_with(command, InvokeBody::Json(arguments))
    }

    /// Invokes a command with any arguments. An error has to be one of the contract.
    fn invoke_with(&self, command: &str, body: InvokeBody) -> Result<Value, ErrorView> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().expect("an address"),
            body,
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        let answer = get_ipc_response(&self.page, request);
        answer.map(|body| body.deserialize().expect("an answer is JSON")).map_err(|error| {
            let view: ErrorView = serde_json::from_value(error.clone())
                .unwrap_or_else(|_| panic!("{command}: the error is not of the contract: {error}"));
            assert!(!view.message.is_empty(), "{command}: it says nothing: {error}");
            view
        })
    }

    /// Asserts that a request is refused with this code and that nothing is written.
    fn refuses(&self, command: &str, request: &Value, code: ErrorCode, why: &str) {
        let before = self.contents.hash();
        match self.invoke(command, request) {
            Ok(answer) => panic!("{command} {why}: it answers {answer}"),
            Err(refusal) => assert_eq!(refusal.code, code, "{command} {why}: {refusal:?}"),
        }
        assert_eq!(self.contents.hash(), before, "{command} {why}: it is refused and writes");
    }
}
