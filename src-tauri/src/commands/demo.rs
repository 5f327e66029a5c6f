//! The demo shop of the window: it is made in an empty folder, its simulated shoppers are steered, it is reset, and a shop of
//! one's own takes its place. None of this needs a session: the user at this machine can sign in as any user of a demo.

use serde_json::Value;
use shop_app::context::Call;
use shop_app::shop;
use shop_contract::{
    BeginOwnShop, DemoProgress, DemoShoppers, Empty, ErrorCode, ErrorView, Login, SetDemoShoppers, ShopError, ShopInfo,
    ShopperRate, User, parse,
};
use shop_demo::{self as demo, DemoSize};
use tauri::State;
use tauri::ipc::Channel;

use super::session::sign_in;
use crate::demo::Demo;
use crate::server::LocalServer;
use crate::window::{Window, answer};

/// Makes the demo shop, and reports the progress.
#[tauri::command]
pub async fn fill_with_demo_data(
    window: State<'_, Window>,
    state: State<'_, Demo>,
    progress: Channel<DemoProgress>,
    lang: Option<String>,
) -> Result<ShopInfo, ErrorView> {
    answer(fill(&window, &state, progress).await, lang.as_deref())
}

/// How busy the simulated shoppers are.
#[tauri::command]
pub async fn get_demo_shoppers(
    window: State<'_, Window>,
    state: State<'_, Demo>,
    request: Value,
    lang: Option<String>,
) -> Result<DemoShoppers, ErrorView> {
    let read = async {
        let Empty {} = parse(request)?;
        demo_call(&window).await?;
        Ok::<_, ShopError>(DemoShoppers { rate: state.rate() })
    };
    answer(read.await, lang.as_deref())
}

/// Changes how busy they are, now and at every later start.
#[tauri::command]
pub async fn set_demo_shoppers(
    window: State<'_, Window>,
    state: State<'_, Demo>,
    request: Value,
    lang: Option<String>,
) -> Result<DemoShoppers, ErrorView> {
    let set = async {
        let SetDemoShoppers { rate } = parse(request)?;
        let call = demo_call(&window).await?;
        demo::keep_rate(&call.shop, rate).await.map_err(|error| call.refusal(error))?;
        state.set_rate(rate);
        Ok::<_, ShopError>(DemoShoppers { rate })
    };
    answer(set.await, lang.as_deref())
}

/// Replaces the demo by a fresh one, and reports the progress.
#[tauri::command]
pub async fn reset_demo(
    window: State<'_, Window>,
    request: Value,
    progress: Channel<DemoProgress>,
    lang: Option<String>,
) -> Result<ShopInfo, ErrorView> {
    let reset = async {
        let Empty {} = parse(request)?;
        let call = demo_call(&window).await?;
        demo::reset_demo(&call, DemoSize::default(), tell(progress)).await?;
        shop::get_shop(window.call(None).await?, Empty {}).await
    };
    answer(reset.await, lang.as_deref())
}

/// Replaces the demo by a shop of one's own, and signs its first admin in.
#[tauri::command]
pub async fn begin_own_shop(
    window: State<'_, Window>,
    state: State<'_, Demo>,
    server: State<'_, LocalServer>,
    request: Value,
    lang: Option<String>,
) -> Result<User, ErrorView> {
    let begun = async {
        let wanted: BeginOwnShop = parse(request)?;
        let call = demo_call(&window).await?;
        demo::begin_own_shop(&call, &wanted).await?;
        state.set_rate(ShopperRate::Off);
        // The new shop is served to a browser once its admin says so.
        server.close().await;
        let login = Login { email: wanted.shop.email, password: wanted.shop.password };
        sign_in(&window, login).await
    };
    answer(begun.await, lang.as_deref())
}

async fn fill(window: &Window, state: &Demo, progress: Channel<DemoProgress>) -> Result<ShopInfo, ShopError> {
    demo::make_demo(&window.call(None).await?, DemoSize::default(), tell(progress)).await?;
    state.set_rate(state.first_rate());
    shop::get_shop(window.call(None).await?, Empty {}).await
}

/// A call of a shop that holds demo data.
async fn demo_call(window: &Window) -> Result<Call, ShopError> {
    let call = window.call(None).await?;
    if shop::get_shop(call.clone(), Empty {}).await?.demo { Ok(call) } else { Err(ErrorCode::Conflict.into()) }
}

fn tell(progress: Channel<DemoProgress>) -> impl Fn(DemoProgress) + Send + Sync + 'static {
    move |step: DemoProgress| {
        // An error means that the page is gone.
        let _ = progress.send(step);
    }
}
