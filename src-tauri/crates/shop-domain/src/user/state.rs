//! Types and states of users.

use crate::code::coded;

coded! {
    /// Type of a user.
    UserType {
        /// Customer.
        Customer => "CUSTOMER",
        /// Admin: manages the shop, and may buy.
        Admin => "ADMIN",
    }
}

coded! {
    /// State of a user.
    UserState {
        /// May sign in.
        Normal => "NORMAL",
        /// Blocked by an admin.
        Inactive => "INACTIVE",
        /// Deleted; the row stays, because other rows refer to it.
        Deleted => "DELETED",
    }
}
