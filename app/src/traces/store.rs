//! SQL of the pages of the log. Whatever they ask for lies within some days, of which there are indexes.

/// The organisations that account $1 administers at $2, and everybody who has or had a role there.
macro_rules! branch {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT r.organisation_id FROM roles r WHERE r.account_id = $1 \
         AND r.organisation_id IS NOT NULL AND (r.ends_at IS NULL OR r.ends_at > $2) \
         AND r.role IN ('installation_administrator', 'organisation_administrator') \
         UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id), \
         desk (id) AS (SELECT w.account_id FROM roles w WHERE w.organisation_id IN (SELECT id FROM branch)) "
    };
}

/// What an entry has.
macro_rules! columns {
    () => {
        "u.id, u.at, u.account_id, u.action, u.subject_kind, u.subject_id, u.organisation_id, u.before_state, u.after_state, u.reason, u.on_behalf_of"
    };
}

/// What a page shows of an entry that has this name in the statement.
macro_rules! shown {
    ($of:literal) => {
        concat!(
            $of,
            ".id, ",
            $of,
            ".at, a.name AS by_name, b.name AS for_name, ",
            $of,
            ".action, ",
            $of,
            ".subject_kind, ",
            $of,
            ".subject_id, ",
            $of,
            ".organisation_id, ",
            $of,
            ".before_state, ",
            $of,
            ".after_state, ",
            $of,
            ".reason"
        )
    };
}

/// What is asked for: the first and the last instant, the id, kind, action, and account.
macro_rules! narrowed {
    ($from:literal, $until:literal, $below:literal, $kind:literal, $action:literal, $who:literal) => {
        concat!(
            " u.at >= ",
            $from,
            " AND u.at <= ",
            $until,
            " AND (u.at < ",
            $until,
            " OR u.id < ",
            $below,
            ") AND (",
            $kind,
            " = '' OR u.subject_kind = ",
            $kind,
            ") AND (",
            $action,
            " = '' OR u.action = ",
            $action,
            ") AND (u.account_id = ",
            $who,
            " OR CAST(",
            $who,
            " AS BIGINT) = 0)"
        )
    };
}

/// The same of a branch, whose account and instant come before it.
macro_rules! asked {
    () => {
        narrowed!("$3", "$4", "$5", "$6", "$7", "$8")
    };
}

/// What staff does for a whole branch, so that the entry names no organisation: it belongs where they work.
macro_rules! of_the_desk {
    () => {
        "('account.merge', 'application.download', 'application.look_up', 'case.download', 'case.list', 'child.download', \
         'child.list', 'correction.download', 'correction.list', 'material.add', 'material.close_until_gate', 'material.delete', \
         'material.move', 'material.open_from_start', 'merge.download', 'merge.list', 'merge.undo', 'merge.view', 'move.download', \
         'move.list', 'move.print', 'move.read_signed', 'payment.download', 'payment.look_up', 'report.download_list', \
         'report.look_up', 'request.download', 'request.look_up')"
    };
}

/// What of their data families see that staff did; never what another family did.
macro_rules! told {
    () => {
        "('account.cancel_duplicates', 'account.compare', 'account.merge', 'account.replace_email', 'account.show_address', \
         'case.decide', 'certificate.issue', 'certificate.look_one', 'certificate.revoke', 'child.change', 'child.confirm', \
         'child.correction_collides', 'child.find', 'child.refuse_correction', 'child.view', 'enrolment.cancel', \
         'enrolment.confirm', 'enrolment.correct', 'enrolment.decline_late', 'enrolment.enrol', 'enrolment.look_up', \
         'enrolment.move_up', 'enrolment.refuse', 'enrolment.show_address', 'enrolment.transfer', 'enrolment.withdraw', \
         'guardian.answer', 'merge.open', 'merge.undo', 'merge.view', 'move.decide', 'move.open', 'move.print', \
         'move.read_signed', 'move.view', 'payment.book', 'payment.book_part', 'payment.let_go', 'payment.look_up', \
         'payment.refund', 'payment.unbook', 'payment.waive', 'payment.waive_rest', 'request.answer', 'request.close', \
         'request.look_up', 'group.download', 'group.print', 'certificate.download_group', 'group_mail.download')"
    };
}

database::statements! {
    /// Entries of the branch of account $1 at $2: what lies in its organisations, and what its staff did for all of it; the newest
    /// first, $9 of them.
    pub LIST_OF_BRANCH = concat!(branch!(), "SELECT ", shown!("x"), " FROM (SELECT ", columns!(), " FROM audit u WHERE \
        u.organisation_id IN (SELECT id FROM branch) AND", asked!(), " UNION ALL SELECT ", columns!(), " FROM audit u WHERE \
        u.organisation_id IS NULL AND u.account_id IN (SELECT id FROM desk) AND u.action IN ", of_the_desk!(), " AND", asked!(),
        ") x LEFT JOIN accounts a ON a.id = x.account_id LEFT JOIN accounts b ON b.id = x.on_behalf_of ORDER BY x.at DESC, x.id DESC LIMIT $9");
    /// Entries of the installation, the newest first, $7 of them.
    pub LIST_ALL = concat!("SELECT ", shown!("u"), " FROM audit u LEFT JOIN accounts a ON a.id = u.account_id \
        LEFT JOIN accounts b ON b.id = u.on_behalf_of WHERE",
        narrowed!("$1", "$2", "$3", "$4", "$5", "$6"), " ORDER BY u.at DESC, u.id DESC LIMIT $7");
    /// Whether account $1 has looked at the log after $2.
    pub COUNT_LOOKS = "SELECT COUNT(*) FROM audit u WHERE u.account_id = $1 AND u.at > $2 AND u.action = 'trace.look_up'";
    /// Who works or worked in the branch of account $1 at $2.
    pub LIST_STAFF_OF_BRANCH = concat!(branch!(), "SELECT a.id, a.name FROM accounts a WHERE a.id IN (SELECT id FROM desk) \
        ORDER BY a.name, a.id LIMIT 1000");
    /// Who works or worked anywhere.
    pub LIST_STAFF = "SELECT a.id, a.name FROM accounts a WHERE a.id IN (SELECT r.account_id FROM roles r) ORDER BY a.name, a.id LIMIT 1000";
    /// What staff saw or did of the data of account $1 and of the children that it acts for, before entry $2, the newest first.
    /// Those who act, acted or asked to act for one of the children do it as family.
    pub LIST_OWN = concat!("WITH own (id) AS (SELECT p.id FROM people p WHERE p.account_id = $1 \
        UNION SELECT g.person_id FROM guardianships g WHERE g.account_id = $1 AND g.state = 'holds'), \
        joined (id, group_id, person_id, applied_at) AS (SELECT e.id, e.group_id, e.person_id, e.applied_at FROM enrolments e \
        WHERE e.person_id IN (SELECT id FROM own)), \
        mine (kind, id, person_id, since) AS (SELECT CAST('account' AS TEXT), CAST($1 AS BIGINT), CAST(NULL AS BIGINT), CAST(0 AS BIGINT) \
        UNION ALL SELECT 'person', o.id, o.id, 0 FROM own o \
        UNION ALL SELECT 'enrolment', j.id, j.person_id, 0 FROM joined j \
        UNION ALL SELECT 'group', j.group_id, j.person_id, j.applied_at FROM joined j \
        UNION ALL SELECT 'charge', c.id, j.person_id, 0 FROM joined j JOIN charges c ON c.enrolment_id = j.id \
        UNION ALL SELECT 'certificate', k.id, j.person_id, 0 FROM joined j JOIN certificates k ON k.enrolment_id = j.id \
        UNION ALL SELECT 'request', q.id, NULL, 0 FROM requests q WHERE q.account_id = $1 \
        UNION ALL SELECT 'merge', m.id, NULL, 0 FROM merges m WHERE m.kept_account_id = $1) \
        SELECT DISTINCT u.id, u.at, u.account_id, a.name AS by_name, u.action, u.organisation_id, u.reason, \
        CASE WHEN p.account_id = $1 THEN '' ELSE COALESCE(p.given_name, '') END AS about \
        FROM mine m CROSS JOIN audit u JOIN accounts a ON a.id = u.account_id LEFT JOIN people p ON p.id = m.person_id \
        WHERE u.subject_kind = m.kind AND u.subject_id = m.id AND u.at >= m.since AND u.id < $2 AND u.account_id <> $1 \
        AND u.action IN ", told!(), " AND EXISTS (SELECT 1 FROM roles r WHERE r.account_id = u.account_id) \
        AND NOT EXISTS (SELECT 1 FROM guardianships h WHERE h.account_id = u.account_id AND h.person_id IN (SELECT id FROM own)) \
        ORDER BY u.id DESC LIMIT $3");
    /// Roles that accounts have or had.
    pub LIST_ROLES_AMONG = concat!("SELECT r.account_id, r.role, r.organisation_id FROM roles r WHERE r.account_id IN ",
        database::among!(), " ORDER BY r.id");
}
