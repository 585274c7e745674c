//! Who may keep a group's materials.

use crate::catalogue::GroupId;
use crate::enrolment::permissions::KeepList;
use crate::permit::Permit;

crate::actions! {
    /// Adding, ordering, opening and deleting the materials of a group.
    pub KeepMaterials on GroupId;
}

/// Whoever may keep the group's list: its trainers, operators and administrators of the branch.
pub fn may_keep_materials(list: &Permit<KeepList>) -> Permit<KeepMaterials> {
    Permit::new(KeepMaterials(()), list.by(), list.on())
}
