//! The simulated shoppers of the window's demo shop.

use std::sync::Arc;

use parking_lot::Mutex;
use shop_app::context::{Call, Shop};
use shop_app::shop::get_shop;
use shop_contract::{Empty, ShopperRate};
use shop_demo::{Shoppers, chosen_rate};

/// The state that the commands of the demo share.
pub struct Demo {
    /// How busy the shoppers of a demo are for which nothing else was chosen.
    first_rate: ShopperRate,
    /// `None` until the shop is open.
    shoppers: Mutex<Option<Shoppers>>,
}

impl Demo {
    pub fn new(first_rate: ShopperRate) -> Self {
        Self { first_rate, shoppers: Mutex::default() }
    }

    /// Starts the shoppers of the open shop. In a shop that holds no demo data they stay away.
    pub async fn start(&self, shop: &Arc<Shop>) {
        let call = Call::new(Arc::clone(shop), None, None);
        let is_demo = get_shop(call, Empty {}).await.is_ok_and(|info| info.ready && info.demo);
        let chosen = chosen_rate(shop).unwrap_or_else(|error| {
            tracing::warn!(%error, "how busy the simulated shoppers are could not be read");
            Some(ShopperRate::Off)
        });
        let rate = if is_demo { chosen.unwrap_or(self.first_rate) } else { ShopperRate::Off };
        let seed = shop.now().timestamp_millis().unsigned_abs();
        *self.shoppers.lock() = Some(Shoppers::start(shop, seed, rate));
    }

    pub fn first_rate(&self) -> ShopperRate {
        self.first_rate
    }

    pub fn rate(&self) -> ShopperRate {
        self.shoppers.lock().as_ref().map_or(ShopperRate::Off, Shoppers::rate)
    }

    pub fn set_rate(&self, rate: ShopperRate) {
        if let Some(shoppers) = &*self.shoppers.lock() {
            shoppers.set_rate(rate);
        }
    }
}
