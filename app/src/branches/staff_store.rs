//! SQL of roles and invitations.

/// Columns of a [`super::types::StaffRole`]; roles that hold at $1.
macro_rules! role {
    () => {
        "SELECT r.id, r.account_id, a.name, a.email, a.language, r.role, r.organisation_id, r.granted_at, r.ends_at, \
         h.name AS absent FROM roles r JOIN accounts a ON a.id = r.account_id LEFT JOIN roles f ON f.id = r.for_role \
         LEFT JOIN accounts h ON h.id = f.account_id WHERE a.state = 'active' AND (r.ends_at IS NULL OR r.ends_at > $1)"
    };
}

/// Columns of a [`super::types::Invitation`].
macro_rules! invitation {
    () => {
        "SELECT id, email, email_key, organisation_id, role, role_ends_at, invited_by, expires_at, over_at FROM staff_invitations"
    };
}

database::statements! {
    /// Roles at one organisation.
    pub LIST_AT = concat!(role!(), " AND r.organisation_id = $2 ORDER BY a.name, r.id");
    /// Roles for the whole installation.
    pub LIST_INSTALLATION = concat!(role!(), " AND r.organisation_id IS NULL ORDER BY a.name, r.id");
    /// One role.
    pub FIND_ROLE = concat!(role!(), " AND r.id = $2");
    /// The own roles of an account: it stands in for nobody by them.
    pub LIST_OWN = concat!(role!(), " AND r.account_id = $2 AND r.for_role IS NULL ORDER BY r.id");
    /// Everybody's own roles, for choosing a colleague.
    pub LIST_COLLEAGUES = concat!(role!(), " AND r.for_role IS NULL ORDER BY a.name, r.id");
    /// Own roles that end until $2, given more than a week before: whoever has them is told.
    pub LIST_ENDING = concat!(role!(), " AND r.for_role IS NULL AND r.ends_at <= $2 AND r.granted_at < r.ends_at - 604800000000 \
        ORDER BY r.id LIMIT 500");
    /// Administrators of an organisation itself.
    pub LIST_ADMINISTRATORS = concat!(role!(), " AND r.organisation_id = $2 AND r.role = 'organisation_administrator' ORDER BY r.id");
    /// Other administrators of the installation whose role has no end.
    pub COUNT_OTHER_ADMINISTRATORS = "SELECT COUNT(*) FROM roles r JOIN accounts a ON a.id = r.account_id \
        WHERE r.role = 'installation_administrator' AND r.ends_at IS NULL AND r.for_role IS NULL AND r.id <> $1 AND a.state = 'active'";
    /// The own role of this kind at this organisation that an account has at $4.
    pub FIND_SAME = "SELECT id FROM roles WHERE account_id = $1 AND role = $2 AND COALESCE(organisation_id, 0) = $3 \
        AND for_role IS NULL AND (ends_at IS NULL OR ends_at > $4) ORDER BY id LIMIT 1";
    /// A new role.
    pub INSERT_ROLE = "INSERT INTO roles (account_id, organisation_id, role, granted_at, granted_by, ends_at) \
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    /// When a role ends.
    pub SET_END = "UPDATE roles SET ends_at = $2 WHERE id = $1";
    /// Whoever stands in by a role does so no longer than the role holds.
    pub END_STANDING_IN = "UPDATE roles SET ends_at = $2 WHERE for_role = $1 AND ends_at > $2 RETURNING account_id";
    /// Roles at an organisation end.
    pub END_ROLES_AT = "UPDATE roles SET ends_at = $2 WHERE organisation_id = $1 AND (ends_at IS NULL OR ends_at > $2)";
    /// A new invitation.
    pub INSERT_INVITATION = "INSERT INTO staff_invitations (token_hash, email, email_key, organisation_id, role, role_ends_at, \
        invited_by, invited_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id";
    /// A newer invitation to the same role takes the place of the one before.
    pub REPLACE_INVITATIONS = "UPDATE staff_invitations SET over_at = $4 WHERE email_key = $1 AND role = $2 \
        AND COALESCE(organisation_id, 0) = $3 AND over_at IS NULL";
    /// That of a link.
    pub FIND_BY_TOKEN = concat!(invitation!(), " WHERE token_hash = $1");
    /// Invitations of an organisation that wait.
    pub LIST_WAITING = concat!(invitation!(), " WHERE organisation_id = $1 AND over_at IS NULL AND expires_at > $2 ORDER BY id");
    /// Invitations of the whole installation that wait.
    pub LIST_WAITING_ALL = concat!(invitation!(), " WHERE organisation_id IS NULL AND over_at IS NULL AND expires_at > $1 ORDER BY id");
    /// Accepted; of two at the same moment one is.
    pub ACCEPT = "UPDATE staff_invitations SET over_at = $2, accepted_by = $3 WHERE id = $1 AND over_at IS NULL AND expires_at > $2";
    /// Taken back.
    pub TAKE_BACK = "UPDATE staff_invitations SET over_at = $3 WHERE id = $1 AND COALESCE(organisation_id, 0) = $2 AND over_at IS NULL";
    /// Invitations of an organisation are over.
    pub END_INVITATIONS_AT = "UPDATE staff_invitations SET over_at = $2 WHERE organisation_id = $1 AND over_at IS NULL";
    /// What somebody has invited to is over with the role by which they did.
    pub END_INVITATIONS_BY = "UPDATE staff_invitations SET over_at = $2 WHERE invited_by = $1 AND over_at IS NULL";
}
