//! The choice *look around* of the first start: fills an empty shop with demo data.

use shop_app::shop;
use shop_contract::{DemoProgress, Empty, ErrorCode, ErrorView, ShopError, ShopInfo};
use shop_demo::{self as demo, DemoSize};
use tauri::State;
use tauri::ipc::Channel;

use crate::window::{Window, answer};

/// Makes the demo shop, and reports the progress.
#[tauri::command]
pub async fn fill_with_demo_data(
    window: State<'_, Window>,
    progress: Channel<DemoProgress>,
    lang: Option<String>,
) -> Result<ShopInfo, ErrorView> {
    answer(fill(&window, progress).await, lang.as_deref())
}

async fn fill(window: &Window, progress: Channel<DemoProgress>) -> Result<ShopInfo, ShopError> {
    let call = window.call(None).await?;
    if shop::get_shop(call.clone(), Empty {}).await?.ready {
        return Err(ErrorCode::Conflict.into());
    }
    let report = move |step: DemoProgress| {
        // An error means that the page is gone.
        let _ = progress.send(step);
    };
    demo::fill(&call.shop, DemoSize::default(), report).await.map_err(|error| call.internal(&error.to_string()))?;
    shop::get_shop(call, Empty {}).await
}
