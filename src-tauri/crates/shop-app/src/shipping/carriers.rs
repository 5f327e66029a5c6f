//! The carriers of the shop, and tracking as admins type it.

use shop_domain::shipping::{CARRIERS, parse_carrier_name, parse_tracking_number, tracking_url};
use shop_store::order::Tracking;
use shop_store::{Db, StoreResult};

use super::settings::found;
use shop_contract::{ShippingCarrier, ShopError};

/// The carriers of the shop's own; every shop knows [`CARRIERS`] besides.
#[derive(Debug, Clone, Default)]
pub(crate) struct Carriers(Vec<ShippingCarrier>);

impl Carriers {
    /// Reads them from the settings.
    pub(crate) fn read(db: &Db) -> StoreResult<Self> {
        Ok(found(db)?.into())
    }

    /// The page of a parcel, if its carrier and number are known.
    pub(crate) fn url(&self, tracking: &Tracking) -> Option<String> {
        let own = self.0.iter().map(|carrier| (carrier.name.as_str(), carrier.url.as_str()));
        tracking_url(own, tracking.carrier.as_deref()?, tracking.number.as_deref()?)
    }

    /// The names of all, the shop's own first.
    pub(super) fn names(&self) -> Vec<String> {
        let own = self.0.iter().map(|carrier| carrier.name.as_str());
        let known = CARRIERS.iter().map(|(name, _)| *name);
        own.clone().chain(known.filter(|name| !own.clone().any(|own| own == *name))).map(str::to_owned).collect()
    }
}

impl From<shop_contract::ShippingSettings> for Carriers {
    fn from(settings: shop_contract::ShippingSettings) -> Self {
        Self(settings.carriers)
    }
}

/// Normalizes and checks a carrier and a number; both are optional, and an empty text is none.
///
/// # Errors
/// `INVALID_INPUT` naming every faulty field.
pub(crate) fn parse_tracking(carrier: Option<&str>, number: Option<&str>) -> Result<Tracking, ShopError> {
    let given = |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let (typed_carrier, typed_number) = (given(carrier), given(number));
    let carrier = typed_carrier.as_deref().map(|text| parse_carrier_name(text).ok_or("1 to 50 characters"));
    let number = typed_number.as_deref().map(|text| parse_tracking_number(text).ok_or("4 to 40 letters and digits"));
    let faults = [
        ("carrier", carrier.as_ref().and_then(|parsed| parsed.as_ref().err())),
        ("trackingNumber", number.as_ref().and_then(|parsed| parsed.as_ref().err())),
    ];
    let faults: Vec<_> = faults
        .into_iter()
        .filter_map(|(field, reason)| reason.map(|reason| (field.to_owned(), (*reason).to_owned())))
        .collect();
    if !faults.is_empty() {
        return Err(ShopError::invalid_fields(faults));
    }
    Ok(Tracking { carrier: carrier.and_then(Result::ok), number: number.and_then(Result::ok) })
}
