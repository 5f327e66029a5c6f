//! The settings of shipping. A shop without them ships for nothing, and nothing is picked up.

use shop_domain::Won;
use shop_domain::limits::{MAX_CARRIERS, MAX_WON, PICKUP_TEXT, SHIPPING_FEE_MAX};
use shop_domain::shipping::{Carrier, CarrierFault, Postcode, ShippingRules, Surcharge};
use shop_domain::user::parse_text;
use shop_store::setting::read;
use shop_store::{Db, StoreError, StoreResult};

use crate::setting;
use shop_contract::{DeliveryMethod, ShippingCarrier, ShippingSettings, ShippingSurcharge, ShopError};

/// The settings, as they are stored.
pub(crate) fn found(db: &Db) -> StoreResult<ShippingSettings> {
    Ok(read(db, setting::SHIPPING)?.unwrap_or_default())
}

/// The rules of the fee.
///
/// # Errors
/// [`StoreError::BadValue`] if the stored settings are no rules.
pub(crate) fn rules(settings: &ShippingSettings) -> StoreResult<ShippingRules> {
    rules_of(settings).map_err(|error| StoreError::BadValue(format!("setting {}: {error:?}", setting::SHIPPING)))
}

/// Checks that the shop has this way of delivery.
///
/// # Errors
/// `INVALID_INPUT` naming `deliveryMethod`.
pub(crate) fn check_method(settings: &ShippingSettings, method: DeliveryMethod) -> Result<(), ShopError> {
    if method == DeliveryMethod::Pickup && !settings.pickup {
        return Err(ShopError::invalid("deliveryMethod", "NOT_OPEN"));
    }
    Ok(())
}

/// Normalizes and checks what an admin sent.
///
/// # Errors
/// `INVALID_INPUT` naming the field.
pub(crate) fn parse(wanted: &ShippingSettings) -> Result<ShippingSettings, ShopError> {
    rules_of(wanted)?;
    let text = |field: &str, text: &str| {
        parse_text(text, PICKUP_TEXT).map_err(|fault| {
            ShopError::invalid(&format!("shipping.{field}"), &format!("{fault}: up to 200 characters"))
        })
    };
    let postcode = |text: &str| Postcode::parse(text).map(|code| code.to_string()).unwrap_or_default();
    let surcharge = wanted.surcharge.iter().map(|range| ShippingSurcharge {
        from: postcode(&range.from),
        to: postcode(&range.to),
        amount: range.amount,
    });
    Ok(ShippingSettings {
        surcharge: surcharge.collect(),
        pickup_address: text("pickupAddress", &wanted.pickup_address)?,
        pickup_hours: text("pickupHours", &wanted.pickup_hours)?,
        carriers: parse_carriers(&wanted.carriers)?,
        ..wanted.clone()
    })
}

fn parse_carriers(wanted: &[ShippingCarrier]) -> Result<Vec<ShippingCarrier>, ShopError> {
    if wanted.len() > MAX_CARRIERS {
        return Err(ShopError::invalid("shipping.carriers", "at most 30"));
    }
    let mut carriers: Vec<ShippingCarrier> = Vec::with_capacity(wanted.len());
    for typed in wanted {
        let carrier = Carrier::parse(&typed.name, &typed.url).map_err(|fault| {
            let field = match fault {
                CarrierFault::Name => "shipping.carriers.name",
                CarrierFault::Url => "shipping.carriers.url",
            };
            ShopError::invalid(field, &fault.to_string())
        })?;
        if carriers.iter().any(|known| known.name == carrier.name()) {
            return Err(ShopError::invalid("shipping.carriers.name", "each name once"));
        }
        carriers.push(ShippingCarrier { name: carrier.name().to_owned(), url: carrier.url().to_owned() });
    }
    Ok(carriers)
}

fn rules_of(settings: &ShippingSettings) -> Result<ShippingRules, ShopError> {
    let fee = |field: &str, amount: i64| {
        let amount = Won::new(amount).ok().filter(|won| won.get() <= SHIPPING_FEE_MAX);
        amount.ok_or_else(|| ShopError::invalid(&format!("shipping.{field}"), "0 to 1,000,000 won"))
    };
    let postcode = |field: &str, text: &str| {
        Postcode::parse(text).ok_or_else(|| ShopError::invalid(&format!("shipping.surcharge.{field}"), "five digits"))
    };
    let base = fee("base", settings.base)?;
    if !(0..=MAX_WON).contains(&settings.free_over) {
        return Err(ShopError::invalid("shipping.freeOver", "0 to 1,000,000,000,000 won"));
    }
    let free_over = Won::new(settings.free_over).ok().filter(|free_over| !free_over.is_zero());
    let surcharge = |range: &ShippingSurcharge| {
        Ok(Surcharge {
            from: postcode("from", &range.from)?,
            to: postcode("to", &range.to)?,
            amount: fee("surcharge.amount", range.amount)?,
        })
    };
    let ranges = settings.surcharge.iter().map(surcharge).collect::<Result<_, ShopError>>()?;
    ShippingRules::new(base, free_over, ranges, settings.surcharge_when_free)
        .map_err(|fault| ShopError::invalid("shipping.surcharge", &fault.to_string()))
}
