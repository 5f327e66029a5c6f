//! What a client asks of an order, checked before anything is read.

use chrono_tz::Tz;
use shop_domain::limits::{DELIVERY_MEMO, MAX_WON};
use shop_domain::shipping::{Destination, Postcode, pickup_code};
use shop_domain::user::{AddressInput, ShippingAddress, parse_text};
use shop_store::order::Address;

use super::choose::{Choice, check_coupons};
use shop_contract::{DeliveryMethod, PlaceOrder, ShopError};

/// A checked request of an order.
pub(super) struct Wanted {
    pub(super) user_id: i64,
    pub(super) address: Address,
    pub(super) handover: Handover,
    pub(super) delivery_memo: Option<String>,
    pub(super) zone: Tz,
    pub(super) choice: Choice,
    pub(super) coupon_ids: Vec<i64>,
    pub(super) expected_total: Option<i64>,
}

/// How an order reaches its customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Handover {
    /// To its address, for the fee.
    Parcel,
    /// At the shop, to the customer that tells this code.
    Pickup(String),
    /// At once, where it is bought; for no fee.
    AtOnce,
}

impl Wanted {
    /// Parses a request; `random` makes the code with which an order is picked up.
    ///
    /// # Errors
    /// `INVALID_INPUT`, naming the field.
    pub(super) fn parse(request: &PlaceOrder, user_id: i64, zone: Tz, random: [u8; 32]) -> Result<Self, ShopError> {
        let handover = match request.delivery_method.unwrap_or_default() {
            DeliveryMethod::Delivery => Handover::Parcel,
            DeliveryMethod::Pickup => Handover::Pickup(pickup_code(random)),
        };
        let address = parse_address(request, &handover)?;
        let delivery_memo = parse_text(request.delivery_memo.as_deref().unwrap_or_default(), DELIVERY_MEMO)
            .map_err(|fault| ShopError::invalid("deliveryMemo", &format!("{fault}: up to 200 characters")))?;
        let choice = Choice::parse(request.cart_item_ids.as_deref(), request.items.as_deref())?;
        check_coupons(&request.coupon_ids)?;
        if request.expected_total.is_some_and(|total| !(0..=MAX_WON).contains(&total)) {
            return Err(ShopError::invalid("expectedTotal", "0 to 1,000,000,000,000 won"));
        }
        Ok(Self {
            user_id,
            address,
            handover,
            delivery_memo: Some(delivery_memo).filter(|memo| !memo.is_empty()),
            zone,
            choice,
            coupon_ids: request.coupon_ids.clone(),
            expected_total: request.expected_total,
        })
    }

    /// The same order, handed over where it is bought.
    pub(super) fn at_once(self) -> Self {
        Self { handover: Handover::AtOnce, ..self }
    }

    pub(super) fn method(&self) -> DeliveryMethod {
        match self.handover {
            Handover::Pickup(_) => DeliveryMethod::Pickup,
            Handover::Parcel | Handover::AtOnce => DeliveryMethod::Delivery,
        }
    }

    /// Where the fee is counted to.
    pub(super) fn destination(&self) -> Destination {
        match self.handover {
            Handover::Parcel => {
                Postcode::parse(&self.address.zip_code).map_or(Destination::Unknown, Destination::Postcode)
            }
            Handover::Pickup(_) | Handover::AtOnce => Destination::Pickup,
        }
    }

    pub(super) fn pickup_code(&self) -> Option<String> {
        match &self.handover {
            Handover::Pickup(code) => Some(code.clone()),
            Handover::Parcel | Handover::AtOnce => None,
        }
    }
}

fn parse_address(request: &PlaceOrder, handover: &Handover) -> Result<Address, ShopError> {
    let typed = &request.shipping_address;
    let input = AddressInput {
        recipient_name: &typed.recipient_name,
        phone: &typed.phone,
        zip_code: &typed.zip_code,
        address: &typed.address,
        detail_address: typed.detail_address.as_deref(),
    };
    let parsed = match handover {
        Handover::Pickup(_) => ShippingAddress::parse_pickup(input),
        Handover::Parcel | Handover::AtOnce => ShippingAddress::parse(input),
    };
    let address = parsed.map_err(bad_address)?;
    Ok(Address {
        recipient_name: address.recipient_name().to_owned(),
        phone: address.phone().to_owned(),
        zip_code: address.zip_code().to_owned(),
        address: address.address().to_owned(),
        detail_address: address.detail_address().map(str::to_owned),
    })
}

fn bad_address(fields: Vec<&'static str>) -> ShopError {
    let fault = |field| (format!("shippingAddress.{field}"), "missing or not allowed".to_owned());
    ShopError::invalid_fields(fields.into_iter().map(fault))
}
