//! Who may write to a group.

use crate::catalogue::GroupId;
use crate::enrolment::permissions::KeepList;
use crate::permit::Permit;

crate::actions! {
    /// Writing to the participants of a group.
    pub WriteToGroup on GroupId;
}

/// Whoever may keep the group's list: its trainers, operators and administrators of the branch.
pub fn may_write_to_group(list: &Permit<KeepList>) -> Permit<WriteToGroup> {
    Permit::new(WriteToGroup(()), list.by(), list.on())
}
