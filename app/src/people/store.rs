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
    /// An account of the load generator.
    pub INSERT_LOAD_ACCOUNT = "INSERT INTO accounts (email, email_key, password_hash, name, state, language, created_at, activated_at) \
        VALUES ($1, $1, $2, 'Jan Próbny', 'active', 'pl', $3, $3)";
    /// Its person.
    pub INSERT_LOAD_PERSON = "INSERT INTO people (account_id, surname, given_name, born_on, birth_place, created_at, changed_at) \
        SELECT id, 'Próbny', 'Jan', '1980-01-01', 'Białystok', $2, $2 FROM accounts WHERE email_key = $1";
    /// Its sign-in.
    pub INSERT_LOAD_SESSION = "INSERT INTO sessions (token_hash, account_id, device, network, created_at, seen_at, expires_at) \
        SELECT $2, id, 'load', '', $3, $3, $4 FROM accounts WHERE email_key = $1";
}
