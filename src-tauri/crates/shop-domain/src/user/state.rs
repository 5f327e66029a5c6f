//! Who a user is to the shop, and whether the door is open.

use crate::code::coded;

coded! {
    /// What a user may do.
    UserType {
        /// Buys.
        Customer => "CUSTOMER",
        /// Buys and runs the shop.
        Admin => "ADMIN",
    }
}

coded! {
    /// Whether a user may come in.
    UserState {
        /// May sign in.
        Normal => "NORMAL",
        /// Blocked by an admin.
        Inactive => "INACTIVE",
        /// Gone; the row stays for the books.
        Deleted => "DELETED",
    }
}
