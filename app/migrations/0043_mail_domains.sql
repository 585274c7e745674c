-- Domains of addresses that may not be used, or only for a while; all others may.
CREATE TABLE mail_domains (
    domain TEXT NOT NULL PRIMARY KEY,
    policy TEXT NOT NULL CHECK (policy IN ('warn', 'block')),
    -- The last day on which holders of such an address sign in with it; blocked domains have one.
    until TEXT,
    set_at BIGINT NOT NULL,
    set_by BIGINT NOT NULL REFERENCES accounts (id),
    -- Holders up to this account were written to; none when all were.
    told_up_to BIGINT,
    CONSTRAINT mail_domains_until CHECK ((policy = 'block') = (until IS NOT NULL))
);
