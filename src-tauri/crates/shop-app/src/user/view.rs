//! Users, sessions and addresses in the form of the contract.

use shop_store::address::AddressRow;
use shop_store::user::UserRow;

use shop_contract::{Address, AdminRole, ShippingAddress, User, UserType};

pub(crate) fn user(row: UserRow) -> User {
    let role = row.role.map(AdminRole::from);
    User {
        id: row.id,
        email: row.email,
        name: row.name,
        phone: row.phone,
        kind: UserType::of(role),
        role,
        available_point: row.available_point,
        used_point: row.used_point,
        created_at: row.created_at,
    }
}

pub(super) fn address(row: AddressRow) -> Address {
    let text = row.text;
    Address {
        id: row.id,
        label: text.label,
        is_default: row.is_default,
        shipping_address: ShippingAddress {
            recipient_name: text.recipient_name,
            phone: text.phone,
            zip_code: text.zip_code,
            address: text.address,
            detail_address: text.detail_address,
        },
    }
}
