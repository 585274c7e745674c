//! How statements begin that read people with what letters need.

/// The beginning of statements that read a [`Listed`]: enrolments `e` with the account that letters go to.
macro_rules! listed {
    () => {
        "SELECT e.id, e.state, e.account_id, a.email, a.language, a.name, \
         CASE WHEN p.account_id = e.account_id THEN '' ELSE p.given_name END AS child FROM enrolments e \
         JOIN accounts a ON a.id = e.account_id JOIN people p ON p.id = e.person_id"
    };
}
