//! Permits: a writer takes one, so that forgetting to ask whether somebody may do a thing does not compile.

use crate::accounts::AccountId;

/// Something that is done to somebody's data; made by [`actions!`](crate::actions) in a room's `permissions.rs`.
pub trait Action {
    /// What it is done to.
    type Subject: Copy + Send;
}

/// Says that `by` may do `A` to `on`. Only the room that decides can make one, since only it can make an `A`.
#[derive(Debug)]
pub struct Permit<A: Action> {
    by: AccountId,
    on: A::Subject,
    _action: A,
}

impl<A: Action> Permit<A> {
    /// The permit; called by policy functions, with the action that they alone can make.
    pub fn new(action: A, by: AccountId, on: A::Subject) -> Self {
        Self {
            by,
            on,
            _action: action,
        }
    }

    /// Who acts.
    pub fn by(&self) -> AccountId {
        self.by
    }

    /// What it is done to.
    pub fn on(&self) -> A::Subject {
        self.on
    }
}

/// Makes actions whose values exist only in the module that calls this: `ChangeProfile(())` is its proof.
///
/// ```
/// zapis::actions! {
///     /// Changing one's own data.
///     pub ChangeData on zapis::accounts::AccountId;
/// }
/// ```
#[macro_export]
macro_rules! actions {
    ($($(#[$meta:meta])* $vis:vis $name:ident on $subject:ty;)+) => {$(
        $(#[$meta])*
        #[derive(Debug)]
        $vis struct $name(());

        impl $crate::permit::Action for $name {
            type Subject = $subject;
        }
    )+};
}
