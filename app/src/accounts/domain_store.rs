//! SQL of mail domains that may not be used.

database::statements! {
    /// What holds for a domain.
    pub FIND_DOMAIN = "SELECT domain, policy, until FROM mail_domains WHERE domain = $1";
    /// All of them, each with how many active accounts have such an address.
    pub LIST_DOMAINS = "SELECT m.domain, m.policy, m.until, (SELECT COUNT(*) FROM accounts a WHERE a.state = 'active' \
        AND a.email_key LIKE '%@' || m.domain) AS holders FROM mail_domains m ORDER BY m.domain";
    /// Sets what holds for a domain; its holders are written to anew.
    pub SET_DOMAIN = "INSERT INTO mail_domains (domain, policy, until, set_at, set_by, told_up_to) VALUES ($1, $2, $3, $4, $5, 0) \
        ON CONFLICT (domain) DO UPDATE SET policy = $2, until = $3, set_at = $4, set_by = $5, told_up_to = 0";
    /// The domain may be used again.
    pub DELETE_DOMAIN = "DELETE FROM mail_domains WHERE domain = $1";
    /// Domains whose holders have yet to be written to.
    pub LIST_UNTOLD = "SELECT domain, policy, until, told_up_to FROM mail_domains WHERE told_up_to IS NOT NULL ORDER BY domain";
    /// The next accounts after $1 whose address ends with $2.
    pub LIST_HOLDERS = "SELECT id, email, email_key, password_hash, state, name, language FROM accounts WHERE id > $1 \
        AND state = 'active' AND email_key LIKE $2 ORDER BY id LIMIT 500";
    /// Notes up to whom they were written to.
    pub NOTE_TOLD = "UPDATE mail_domains SET told_up_to = $2 WHERE domain = $1";
}
