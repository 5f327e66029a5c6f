//! The mutex and the condition variable of a model checker in the form of parking_lot's: without poisoning, a wait borrows the
//! guard, and a guard can be unlocked for a while.

/// Defines `Mutex`, `MutexGuard` and `Condvar` on those of a checker.
macro_rules! sync_of {
    ($checker:ident) => {
        use std::ops::{Deref, DerefMut};
        use std::sync::PoisonError;

        type Inner<'a, T> = $checker::sync::MutexGuard<'a, T>;

        /// A mutex at which the checker can switch threads.
        pub struct Mutex<T>($checker::sync::Mutex<T>);

        /// Holds the mutex.
        pub struct MutexGuard<'a, T> {
            mutex: &'a Mutex<T>,
            /// `None` while a wait or [`MutexGuard::unlocked`] has it.
            inner: Option<Inner<'a, T>>,
        }

        impl<T> Mutex<T> {
            /// A mutex around the value.
            pub fn new(value: T) -> Self {
                Self($checker::sync::Mutex::new(value))
            }

            /// Waits for the mutex.
            pub fn lock(&self) -> MutexGuard<'_, T> {
                MutexGuard { mutex: self, inner: Some(self.take()) }
            }

            fn take(&self) -> Inner<'_, T> {
                self.0.lock().unwrap_or_else(PoisonError::into_inner)
            }
        }

        impl<T> MutexGuard<'_, T> {
            /// Works while the mutex is free.
            pub fn unlocked<U>(guard: &mut Self, work: impl FnOnce() -> U) -> U {
                drop(guard.inner.take());
                let done = work();
                guard.inner = Some(guard.mutex.take());
                done
            }
        }

        impl<T> Deref for MutexGuard<'_, T> {
            type Target = T;

            fn deref(&self) -> &T {
                self.inner.as_ref().expect("BUG: a guard that is used holds the mutex")
            }
        }

        impl<T> DerefMut for MutexGuard<'_, T> {
            fn deref_mut(&mut self) -> &mut T {
                self.inner.as_mut().expect("BUG: a guard that is used holds the mutex")
            }
        }

        /// A condition variable at which the checker can switch threads.
        pub struct Condvar($checker::sync::Condvar);

        impl Condvar {
            /// Nothing waits at it.
            pub fn new() -> Self {
                Self($checker::sync::Condvar::new())
            }

            /// Frees the mutex until it is woken.
            pub fn wait<T>(&self, guard: &mut MutexGuard<'_, T>) {
                let held = guard.inner.take().expect("BUG: a guard that waits holds the mutex");
                guard.inner = Some(self.0.wait(held).unwrap_or_else(PoisonError::into_inner));
            }

            /// Wakes one waiting thread.
            pub fn notify_one(&self) {
                self.0.notify_one();
            }

            /// Wakes all waiting threads.
            pub fn notify_all(&self) {
                self.0.notify_all();
            }
        }
    };
}
