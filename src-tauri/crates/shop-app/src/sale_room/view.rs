//! The room in the form of the contract.

use chrono::{DateTime, Utc};

use crate::context::Shop;
use crate::sale_state::{Buyer, Guest, Room};
use shop_contract::{AdminSaleRoom, RoomSale, SaleBuyer, SaleGuest, SaleRoom, SaleRoomStage};

/// The room as a user sees it; its sale while it is not closed.
pub(super) fn room(shop: &Shop, user_id: Option<i64>, now: DateTime<Utc>) -> SaleRoom {
    let stage: SaleRoomStage = shop.sale().stage(now).into();
    let sale = shop.sale().look(|room| sale(room, user_id)).filter(|_| stage != SaleRoomStage::Closed);
    SaleRoom { stage, now, sale }
}

/// The room as its presenter sees it, also after it has closed.
pub(super) fn admin_room(shop: &Shop, removable_guests: i64, now: DateTime<Utc>) -> AdminSaleRoom {
    let stage = shop.sale().stage(now).into();
    let seen = shop.sale().look(|room| {
        let guests = room.guests.iter().map(guest).collect();
        let buyers = room.bought().map(buyer).collect();
        (sale(room, None), room.can_join(now).then(|| room.wanted.pin.clone()), guests, buyers, room.refused)
    });
    let (sale, pin, guests, buyers, refused) = match seen {
        Some((sale, pin, guests, buyers, refused)) => (Some(sale), pin, guests, buyers, refused),
        None => (None, None, Vec::new(), Vec::new(), 0),
    };
    let room = SaleRoom { stage, now, sale };
    AdminSaleRoom { room, pin, addresses: shop.sale().addresses(), guests, buyers, refused, removable_guests }
}

fn sale(room: &Room, user_id: Option<i64>) -> RoomSale {
    let wanted = &room.wanted;
    RoomSale {
        object: wanted.object.clone(),
        quantity: wanted.quantity,
        remaining: room.remaining(),
        starts_at: wanted.times.starts_at,
        ends_at: wanted.times.ends_at,
        guest_count: i64::try_from(room.guests.len()).unwrap_or(i64::MAX),
        grant: user_id.and_then(|user_id| room.grant_of(user_id)),
    }
}

fn guest(guest: &Guest) -> SaleGuest {
    SaleGuest { user_id: guest.user_id, name: guest.name.clone(), joined_at: guest.joined_at }
}

fn buyer(buyer: &Buyer) -> SaleBuyer {
    SaleBuyer {
        rank: buyer.grant.rank,
        user_id: buyer.user_id,
        name: buyer.name.clone(),
        arrived: buyer.grant.arrived,
        served: buyer.grant.served,
        bought_at: buyer.bought_at,
    }
}
