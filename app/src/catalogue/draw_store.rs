//! SQL of what a group is drawn with.

use database::from_row;
use jiff::Timestamp;

use super::GroupId;

database::statements! {
    /// Commits a group to its secret; nothing when it is committed already.
    pub INSERT_DRAW = "INSERT INTO draws (group_id, nonce, commitment, committed_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    /// What a group is or was drawn with.
    pub FIND_DRAW = "SELECT group_id, nonce, commitment, committed_at, drawn_with, drawn_at, places, secret, seed FROM draws WHERE group_id = $1";
    /// The same of all groups that were drawn together with group $1.
    pub LIST_DRAWN_WITH = "SELECT group_id, nonce, commitment, committed_at, drawn_with, drawn_at, places, secret, seed FROM draws \
        WHERE drawn_with = $1 ORDER BY group_id";
    /// Opens the secret of a group that is drawn.
    pub SET_DRAWN = "UPDATE draws SET drawn_with = $2, drawn_at = $3, places = $4, secret = $5, seed = $6 WHERE group_id = $1";
    /// How many have ever applied to a group.
    pub COUNT_APPLIED = "SELECT COUNT(*) FROM enrolments WHERE group_id = $1";
}

/// What a group is or was drawn with.
#[derive(Clone, Debug)]
pub struct Draw {
    /// The group.
    pub group_id: GroupId,
    /// What the secret follows from, with the root key.
    pub nonce: String,
    /// What was published before anybody could apply.
    pub commitment: String,
    /// When.
    pub committed_at: Timestamp,
    /// The first group of those that were drawn and matched together; none before.
    pub drawn_with: Option<GroupId>,
    /// When it was drawn.
    pub drawn_at: Option<Timestamp>,
    /// Places that there were to give.
    pub places: Option<i64>,
    /// What the commitment was made of.
    pub secret: Option<String>,
    /// What the order follows from.
    pub seed: Option<String>,
}

from_row!(Draw {
    group_id,
    nonce,
    commitment,
    committed_at,
    drawn_with,
    drawn_at,
    places,
    secret,
    seed
});
