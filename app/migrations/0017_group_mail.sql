-- What staff writes to the participants of a group.
CREATE TABLE group_mails (
    id {id},
    group_id BIGINT NOT NULL REFERENCES groups (id),
    -- Made with the form: what is sent twice is one mail.
    form_key TEXT NOT NULL,
    subject TEXT NOT NULL CHECK (subject <> ''),
    body TEXT NOT NULL CHECK (body <> ''),
    sent_at BIGINT NOT NULL,
    sent_by BIGINT NOT NULL REFERENCES accounts (id),
    UNIQUE (group_id, form_key)
);

-- To whom: one letter a person, whose way is noted in the outbox under this key.
CREATE TABLE group_mail_people (
    mail_id BIGINT NOT NULL REFERENCES group_mails (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    enrolment_id BIGINT NOT NULL REFERENCES enrolments (id),
    letter_key TEXT NOT NULL,
    PRIMARY KEY (mail_id, account_id)
);

-- What went with it, also after the material was deleted.
CREATE TABLE group_mail_files (
    mail_id BIGINT NOT NULL REFERENCES group_mails (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    PRIMARY KEY (mail_id, position)
);

-- Groups whose people were reminded of this first meeting.
CREATE TABLE group_reminders (
    group_id BIGINT NOT NULL REFERENCES groups (id),
    starts_at BIGINT NOT NULL,
    reminded_at BIGINT NOT NULL,
    PRIMARY KEY (group_id, starts_at)
);
