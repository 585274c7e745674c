-- What the pages of the log read: a branch, everything, or one account, within some days, the newest first.
CREATE INDEX audit_organisation ON audit (organisation_id, at, id);
CREATE INDEX audit_account ON audit (account_id, at, id);
CREATE INDEX audit_at ON audit (at, id);
