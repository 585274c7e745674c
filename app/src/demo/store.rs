//! SQL that only the demo needs: many rows at once.

database::statements! {
    /// The documents of a child were seen.
    pub CONFIRM_CHILD = "UPDATE people SET state = 'confirmed' WHERE id = $1";
    /// Whether anybody is there.
    pub COUNT_ACCOUNTS = "SELECT COUNT(*) FROM accounts";
    /// A child of the city.
    pub INSERT_CHILD = "INSERT INTO people (surname, given_name, born_on, birth_place, city, postal_code, created_at, changed_at) \
        VALUES ($1, $2, $3, $4, $5, '83-000', $6, $6)";
    /// Somebody's place in a group.
    pub INSERT_ENROLMENT = "INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at) \
        VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT DO NOTHING";
    /// Counts the places that are taken.
    pub COUNT_PLACES = "UPDATE groups SET taken = (SELECT COUNT(*) FROM enrolments e WHERE e.group_id = groups.id \
        AND e.state IN ('applied', 'offered', 'confirmed', 'attending')) WHERE state IN ('published', 'running')";
    /// Somebody who is signed in has completed a group and filled in its survey.
    pub INSERT_COMPLETED = "INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at, survey_done_on) \
        SELECT p.id, $2, s.account_id, 'completed', $3, $3, $4 FROM sessions s JOIN people p ON p.account_id = s.account_id \
        WHERE s.token_hash = $1 RETURNING id";
    /// Windows of groups that are still to be drawn close at $1.
    pub CLOSE_WINDOWS = "UPDATE groups SET closes_at = $1 WHERE allocation <> 'first_come' AND drawn_at IS NULL AND state = 'published'";
    /// Somebody who is signed in attends a group.
    pub INSERT_ATTENDING = "INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at) \
        SELECT p.id, $2, s.account_id, 'attending', $3, $3 FROM sessions s JOIN people p ON p.account_id = s.account_id \
        WHERE s.token_hash = $1";
    /// What kind of institution it is.
    pub SET_TYPE = "UPDATE organisations SET institution_type = $2 WHERE id = $1";
    /// The organisation with the first course.
    pub FIND_CENTRE = "SELECT organisation_id FROM courses ORDER BY id LIMIT 1";
}
