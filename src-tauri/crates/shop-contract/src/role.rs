//! The kinds of users, and the roles of admins.

use crate::codes::mirrored;

mirrored! {
    /// The kind of a user.
    UserType of shop_domain::user::UserType {
        /// Buys.
        Customer,
        /// Runs the shop.
        Admin,
    }
}

mirrored! {
    /// The role of an admin. Each role may do all that the lesser ones may.
    AdminRole of shop_domain::user::AdminRole {
        /// Works on orders, parcels, stock and notes; moves no money and sets no prices.
        Clerk,
        /// May do all but staff, settings, secrets and restoring.
        Manager,
        /// May do all.
        Owner,
    }
}

impl AdminRole {
    /// Whether an admin of this role may do what needs at least the role `least`.
    #[must_use]
    pub fn permits(self, least: Self) -> bool {
        shop_domain::user::AdminRole::from(self).permits(least.into())
    }
}

impl UserType {
    /// The type of a user with this role, or with none.
    #[must_use]
    pub fn of(role: Option<AdminRole>) -> Self {
        if role.is_some() { Self::Admin } else { Self::Customer }
    }
}
