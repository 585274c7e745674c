//! SQL of the daily letter.

database::statements! {
    /// Everybody who works here at $1 and wants the letter.
    pub LIST_RECIPIENTS = "SELECT a.id, a.email, a.language, MIN(o.time_zone) AS time_zone, d.told_on FROM accounts a \
        JOIN roles r ON r.account_id = a.id LEFT JOIN organisations o ON o.id = r.organisation_id \
        LEFT JOIN digests d ON d.account_id = a.id WHERE a.state = 'active' AND (r.ends_at IS NULL OR r.ends_at > $1) \
        AND NOT EXISTS (SELECT 1 FROM digests f WHERE f.account_id = a.id AND f.is_off) \
        GROUP BY a.id, a.email, a.language, d.told_on ORDER BY a.id";
    /// Notes that account $1 was thought of on day $2; nothing when it was, or when it wants no letter meanwhile.
    pub CLAIM_DAY = "INSERT INTO digests (account_id, is_off, told_on) VALUES ($1, FALSE, $2) ON CONFLICT (account_id) DO UPDATE \
        SET told_on = excluded.told_on WHERE NOT digests.is_off AND (digests.told_on IS NULL OR digests.told_on < excluded.told_on)";
    /// Whether account $1 wants no letter: 1, or 0.
    pub COUNT_OFF = "SELECT COUNT(*) FROM digests WHERE account_id = $1 AND is_off";
    /// Says whether account $1 wants none.
    pub SWITCH = "INSERT INTO digests (account_id, is_off) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE \
        SET is_off = excluded.is_off";
}
