//! The demo shop as the window steers it: its simulated shoppers, and the way from the demo to a shop of one's own. The window
//! does both by commands of its own; they are no operations of the shop.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shop::SetUpShop;

/// How busy the simulated shoppers of a demo shop are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum ShopperRate {
    /// There are none.
    #[default]
    Off,
    /// About six visits a minute.
    Quiet,
    /// About thirty visits a minute.
    Lively,
}

impl ShopperRate {
    /// All of them, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Off, Self::Quiet, Self::Lively];

    /// The name on a command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Quiet => "quiet",
            Self::Lively => "lively",
        }
    }
}

/// The simulated shoppers of the demo shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DemoShoppers {
    /// How busy they are.
    pub rate: ShopperRate,
}

/// Change how busy the simulated shoppers are, now and at every later start.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetDemoShoppers {
    /// How busy they are to be.
    pub rate: ShopperRate,
}

/// What a shop of one's own takes over from the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum DemoProducts {
    /// Nothing.
    None,
    /// The products with their options, pictures and categories; nothing is in stock.
    WithoutStock,
    /// The same with the units that are in stock now.
    WithStock,
}

/// Replace the demo by an own shop with its first admin, and sign that admin in.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BeginOwnShop {
    /// Its name and its first admin; no code is needed.
    pub shop: SetUpShop,
    /// What it takes over.
    pub products: DemoProducts,
    /// Whether the demo is kept as a backup.
    pub keep_demo: bool,
}
