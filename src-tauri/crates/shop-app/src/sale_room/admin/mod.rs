//! The presenter's side of the room: opening it, watching it, closing it, and removing the accounts of its guests.

mod close_sale_room;
mod open_sale_room;
mod queries;
mod remove_sale_guests;

pub use close_sale_room::close_sale_room;
pub use open_sale_room::open_sale_room;
pub use queries::get_sale_room_for_admin;
pub use remove_sale_guests::remove_sale_guests;
