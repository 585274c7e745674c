//! SQL of standing in.

/// Columns of a [`super::types::StandIn`].
macro_rules! stand_in {
    () => {
        "SELECT s.id, s.role_id, r.account_id AS absent_id, b.name AS absent, s.delegate_id, d.name AS delegate, s.state, \
         s.starts_at, s.ends_at, r.role, r.organisation_id, s.given_role_id FROM stand_ins s JOIN roles r ON r.id = s.role_id \
         JOIN accounts b ON b.id = r.account_id JOIN accounts d ON d.id = s.delegate_id WHERE "
    };
}

database::statements! {
    /// One.
    pub FIND = concat!(stand_in!(), "s.id = $1");
    /// Those for an account that are asked for or agreed and not over.
    pub LIST_FOR = concat!(stand_in!(), "r.account_id = $1 AND s.state IN ('asked', 'agreed') AND s.ends_at > $2 ORDER BY s.starts_at, s.id");
    /// Those by an account.
    pub LIST_BY = concat!(stand_in!(), "s.delegate_id = $1 AND s.state IN ('asked', 'agreed') AND s.ends_at > $2 ORDER BY s.starts_at, s.id");
    /// Those for roles at an organisation.
    pub LIST_AT = concat!(stand_in!(), "r.organisation_id = $1 AND s.state IN ('asked', 'agreed') AND s.ends_at > $2 ORDER BY s.starts_at, s.id");
    /// Those that are to begin by now; the role still holds.
    pub LIST_DUE = concat!(stand_in!(), "s.state = 'agreed' AND s.given_role_id IS NULL AND s.starts_at <= $1 AND s.ends_at > $1 \
        AND (r.ends_at IS NULL OR r.ends_at > $1) ORDER BY s.id LIMIT 500");
    /// How many there are for a role in these days.
    pub COUNT_OVERLAPPING = "SELECT COUNT(*) FROM stand_ins WHERE role_id = $1 AND state IN ('asked', 'agreed') \
        AND starts_at < $3 AND ends_at > $2";
    /// A new one.
    pub INSERT = "INSERT INTO stand_ins (role_id, delegate_id, state, starts_at, ends_at, asked_by, asked_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    /// From one state to another; nothing when it was not in it any more.
    pub SET_STATE = "UPDATE stand_ins SET state = $3 WHERE id = $1 AND state = $2";
    /// The delegate gets the role, as long as both hold.
    pub GIVE_ROLE = "INSERT INTO roles (account_id, organisation_id, role, granted_at, granted_by, ends_at, for_role) \
        SELECT s.delegate_id, r.organisation_id, r.role, CAST($2 AS BIGINT), r.account_id, \
        CASE WHEN r.ends_at < s.ends_at THEN r.ends_at ELSE s.ends_at END, r.id FROM stand_ins s JOIN roles r ON r.id = s.role_id \
        WHERE s.id = $1 AND s.state = 'agreed' AND s.given_role_id IS NULL AND s.starts_at <= $2 AND s.ends_at > $2 \
        AND (r.ends_at IS NULL OR r.ends_at > $2) RETURNING id";
    /// Notes which role that is.
    pub SET_GIVEN = "UPDATE stand_ins SET given_role_id = $2 WHERE id = $1 AND given_role_id IS NULL";
}
