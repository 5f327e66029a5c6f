//! Types, roles and states of users.

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
    /// Role of an admin. Each role may do all that the ones before it may.
    AdminRole {
        /// Works on orders, parcels, stock and notes; moves no money and sets no prices.
        Clerk => "CLERK",
        /// All but staff, settings, secrets and restoring.
        Manager => "MANAGER",
        /// All.
        Owner => "OWNER",
    }
}

impl AdminRole {
    /// Whether an admin of this role may do what needs at least the role `least`.
    #[must_use]
    pub fn permits(self, least: Self) -> bool {
        self >= least
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

#[cfg(test)]
mod tests {
    use super::AdminRole::{self, Clerk, Manager, Owner};

    #[test]
    fn each_role_permits_itself_and_what_the_lesser_roles_may() {
        for (role, permitted) in
            [(Clerk, &[Clerk][..]), (Manager, &[Clerk, Manager]), (Owner, &[Clerk, Manager, Owner])]
        {
            let found: Vec<_> = AdminRole::ALL.iter().copied().filter(|least| role.permits(*least)).collect();
            assert_eq!(found, permitted, "{role}");
        }
    }
}
