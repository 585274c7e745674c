//! SQL of people and consents.

database::statements! {
    /// A person by account.
    pub FIND_BY_ACCOUNT = "SELECT id, account_id, surname, given_name, born_on, birth_place, phone, street, postal_code, city, \
        workplace_id, workplace_name FROM people WHERE account_id = $1";
    /// A person by id.
    pub FIND_PERSON = "SELECT id, account_id, surname, given_name, born_on, birth_place, phone, street, postal_code, city, \
        workplace_id, workplace_name FROM people WHERE id = $1";
    /// The person of an account: new, or changed when the account has one.
    pub SAVE_OF_ACCOUNT = "INSERT INTO people (account_id, surname, given_name, born_on, birth_place, phone, street, postal_code, city, \
        workplace_id, workplace_name, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) \
        ON CONFLICT (account_id) DO UPDATE SET surname = $2, given_name = $3, born_on = $4, birth_place = $5, phone = $6, street = $7, \
        postal_code = $8, city = $9, workplace_id = $10, workplace_name = $11, changed_at = $12 RETURNING id";
    /// Notes that somebody agreed; once per text.
    pub INSERT_CONSENT = "INSERT INTO consents (account_id, purpose, version, text_hash, given_at) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (account_id, purpose, version) DO NOTHING";
}
