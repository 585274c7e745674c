//! SQL of materials.

use crate::enrolment::concern_store::concerning;

/// Columns of a [`super::Material`].
macro_rules! material {
    () => {
        "m.id, m.group_id, m.name, m.kind, m.size, m.content_hash, \
        COALESCE(m.content_key, m.object_key) AS object_key, m.from_start, m.added_at"
    };
}

database::statements! {
    /// A new material, after those that are there.
    pub INSERT = "INSERT INTO materials (group_id, position, name, kind, size, content_hash, object_key, from_start, added_at, added_by) \
        SELECT $1, (SELECT COALESCE(MAX(position), 0) + 1 FROM materials WHERE group_id = $1), $2, $3, $4, $5, $6, $7, $8, $9 \
        RETURNING id";
    /// How many a group has.
    pub COUNT_OF_GROUP = "SELECT COUNT(*) FROM materials WHERE group_id = $1";
    /// One of a group.
    pub FIND = concat!("SELECT ", material!(), " FROM materials m WHERE m.id = $1 AND m.group_id = $2");
    /// All of a group, in their order.
    pub LIST_OF_GROUP = concat!("SELECT ", material!(), " FROM materials m WHERE m.group_id = $1 ORDER BY m.position, m.id");
    /// Those of the groups of all enrolments that concern an account.
    pub LIST_OF_ACCOUNT = concat!("SELECT ", material!(), " FROM materials m \
        WHERE m.group_id IN (SELECT f.group_id FROM enrolments f WHERE f.id IN (", concerning!(), ")) ORDER BY m.group_id, m.position, m.id");
    /// Puts one in its place.
    pub PLACE = "UPDATE materials SET position = $3 WHERE id = $1 AND group_id = $2 AND position <> $3";
    /// Opens one from the start, or with the gate.
    pub SET_FROM_START = "UPDATE materials SET from_start = $3 WHERE id = $1 AND group_id = $2 AND from_start <> $3";
    /// Deletes one; answers where its content lies.
    pub DELETE = "DELETE FROM materials WHERE id = $1 AND group_id = $2 RETURNING COALESCE(content_key, object_key), name";
    /// How many have the content that lies there.
    pub COUNT_OF_CONTENT = "SELECT COUNT(*) FROM materials WHERE content_key = $1 OR (object_key = $1 AND content_key IS NULL)";
    /// Where the contents of all lie.
    pub LIST_KEYS = "SELECT DISTINCT COALESCE(content_key, object_key) FROM materials";
}
