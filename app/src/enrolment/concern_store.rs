//! Whom an enrolment concerns, said once for all rooms: the account of the person, whoever acts for the person now, whoever
//! applied unless they act no more, and the teenager's own sign-in that is linked to the record.

/// Ids of the enrolments in which account $1 acts, as a query. Who applied and was a guardian acts only while the guardianship
/// holds; each part starts from the account, so that each has its index.
macro_rules! acting {
    () => {
        "SELECT o.id FROM enrolments o WHERE o.account_id = $1 AND NOT EXISTS (SELECT 1 FROM guardianships q \
         WHERE q.person_id = o.person_id AND q.account_id = $1 AND q.state <> 'holds') \
         UNION SELECT k.id FROM people h JOIN enrolments k ON k.person_id = h.id WHERE h.account_id = $1 \
         UNION SELECT k.id FROM guardianships d JOIN enrolments k ON k.person_id = d.person_id \
         WHERE d.account_id = $1 AND d.state = 'holds'"
    };
}

/// Ids of the enrolments that concern account $1, as a query: those in which it acts, and those of the record that it is
/// linked to.
macro_rules! concerning {
    () => {
        concat!(
            $crate::enrolment::concern_store::acting!(),
            " UNION SELECT k.id FROM linked_sign_ins l JOIN enrolments k ON k.person_id = l.person_id \
             WHERE l.account_id = $1 AND l.state = 'linked'"
        )
    };
}

pub(crate) use acting;
pub(crate) use concerning;

database::codes! {
    /// How an enrolment concerns an account.
    Concern {
        /// The own one, or that of somebody whom the account acts for: everything is seen and done.
        Acts = "acts",
        /// A teenager's: what a parent decides and pays is only seen.
        Sees = "sees",
    }
}

database::statements! {
    /// How enrolment $2 concerns account $1; nothing when it does not.
    pub FIND_CONCERN = concat!("SELECT CASE WHEN e.id IN (", acting!(), ") THEN 'acts' ELSE 'sees' END FROM enrolments e \
        WHERE e.id = $2 AND e.id IN (", concerning!(), ")");
}
