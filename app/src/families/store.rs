//! SQL of children, guardianships, documents and the keys by which a person is found.

use database::{DbError, FromRow, Row, from_row};

use super::types::DocumentKind;
use crate::people::PersonId;

/// Columns of a [`Child`](super::types::Child).
macro_rules! child {
    () => {
        "p.id, p.surname, p.given_name, p.patronymic, p.born_on, p.birth_place, p.sex, p.municipality_id, p.street, \
         p.postal_code, p.city, p.state, p.version, p.created_at"
    };
}

database::statements! {
    /// Whoever enters or changes a child waits for those who do so at this moment, on every node.
    pub TAKE_TURN = "UPDATE snapshot_versions SET version = version + 1 WHERE name = 'people'";
    /// A new child; nothing when its key is taken.
    pub INSERT_CHILD = "INSERT INTO people (surname, given_name, patronymic, born_on, birth_place, sex, municipality_id, street, \
        postal_code, city, state, identity_key, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
        'unconfirmed', $11, $12, $12) ON CONFLICT (identity_key) DO NOTHING RETURNING id";
    /// Changes a child, unless somebody else did so meanwhile.
    pub CHANGE_CHILD = "UPDATE people SET surname = $1, given_name = $2, patronymic = $3, born_on = $4, birth_place = $5, sex = $6, \
        municipality_id = $7, street = $8, postal_code = $9, city = $10, identity_key = $11, changed_at = $12, version = version + 1 \
        WHERE id = $13 AND version = $14";
    /// A record that was joined with child $2 gives up this key.
    pub RELEASE_KEY = "UPDATE people SET identity_key = identity_key || '#joined' || CAST(id AS TEXT) \
        WHERE identity_key = $1 AND merged_into = $2";
    /// How often anybody took a turn.
    pub COUNT_TURNS = "SELECT version FROM snapshot_versions WHERE name = 'people'";
    /// Whether anybody is here.
    pub FIND_ANYBODY = "SELECT id FROM people WHERE identity_key IS NOT NULL LIMIT 1";
    /// The key of a child; none of who was never looked for as one.
    pub FIND_KEY = "SELECT identity_key FROM people WHERE id = $1 AND identity_key IS NOT NULL";
    /// The telephone that a register had of a child's guardian.
    pub SET_PHONE = "UPDATE people SET phone = $2 WHERE id = $1";
    /// A child.
    pub FIND_CHILD = concat!("SELECT ", child!(), " FROM people p WHERE p.id = $1 AND p.identity_key IS NOT NULL");
    /// Who has this key.
    pub FIND_BY_KEY = "SELECT COALESCE(merged_into, id) FROM people WHERE identity_key = $1";
    /// The children of an account, the youngest last.
    pub LIST_OF_ACCOUNT = concat!("SELECT ", child!(), " FROM people p JOIN guardianships g ON g.person_id = p.id \
        WHERE g.account_id = $1 AND g.state = 'holds' AND p.state IN ('unconfirmed', 'confirmed') ORDER BY p.born_on, p.id");
    /// Whether an account acts for a child: its state.
    pub FIND_GUARDIANSHIP = "SELECT state FROM guardianships WHERE person_id = $1 AND account_id = $2";
    /// The accounts that act for a child.
    pub LIST_GUARDIANS = "SELECT a.id AS account_id, a.name, a.email, a.language FROM guardianships g \
        JOIN accounts a ON a.id = g.account_id WHERE g.person_id = $1 AND g.state = 'holds' AND a.state = 'active' ORDER BY g.id";
    /// An account acts for a child from now on.
    pub INSERT_GUARDIANSHIP = "INSERT INTO guardianships (person_id, account_id, state, asked_at, decided_at, decided_by) \
        VALUES ($1, $2, 'holds', $3, $3, $2) ON CONFLICT (person_id, account_id) DO UPDATE SET state = 'holds', decided_at = $3, \
        decided_by = $2";
    /// A second guardian asks; nothing when there is anything between account and child already.
    pub ASK_TO_SHARE = "INSERT INTO guardianships (person_id, account_id, state, asked_at) VALUES ($1, $2, 'asked', $3) \
        ON CONFLICT (person_id, account_id) DO NOTHING";
    /// How many ask for a child.
    pub COUNT_ASKING = "SELECT COUNT(*) FROM guardianships WHERE person_id = $1 AND state = 'asked'";
    /// Who asks for a child.
    pub LIST_ASKING = "SELECT a.id AS account_id, a.name, a.email, a.language FROM guardianships g \
        JOIN accounts a ON a.id = g.account_id WHERE g.person_id = $1 AND g.state = 'asked' AND a.state = 'active' ORDER BY g.id";
    /// One account, as letters need it.
    pub FIND_RECIPIENT = "SELECT id AS account_id, name, email, language FROM accounts WHERE id = $1 AND state = 'active'";
    /// A guardian who asked is let in, or not.
    pub DECIDE_GUARDIAN = "UPDATE guardianships SET state = $3, decided_at = $4, decided_by = $5 \
        WHERE person_id = $1 AND account_id = $2 AND state = 'asked'";
    /// A document; nothing when its number is another's.
    pub INSERT_DOCUMENT = "INSERT INTO documents (person_id, kind, number_hash, sealed, key_number, added_at) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (number_hash) DO NOTHING";
    /// Whose document this is.
    pub FIND_BY_DOCUMENT = "SELECT person_id FROM documents WHERE number_hash = $1";
    /// Takes a kind of document away, to be put in anew.
    pub DELETE_DOCUMENT = "DELETE FROM documents WHERE person_id = $1 AND kind = $2";
    /// Documents of the people with these ids.
    pub LIST_DOCUMENTS_AMONG = concat!("SELECT person_id, kind, number_hash, sealed, key_number FROM documents WHERE person_id IN ",
        database::among!());
    /// The number of the key that documents are sealed with; nothing before the first rotation.
    pub FIND_KEY_IN_FORCE = "SELECT version FROM snapshot_versions WHERE name = 'document_keys'";
    /// Documents are sealed with this key from now on.
    pub PUT_KEY_IN_FORCE = "INSERT INTO snapshot_versions (name, version) VALUES ('document_keys', $1) \
        ON CONFLICT (name) DO UPDATE SET version = $1";
    /// How many numbers are sealed with keys before this one, of documents and of corrections.
    pub COUNT_OF_OLDER_KEYS = "SELECT (SELECT COUNT(*) FROM documents WHERE key_number < $1) \
        + (SELECT COUNT(*) FROM child_corrections WHERE key_number < $1)";
    /// The next documents that are sealed with keys before this one.
    pub LIST_OF_OLDER_KEYS = "SELECT id, person_id, kind, number_hash, sealed, key_number FROM documents \
        WHERE key_number < $1 AND id > $2 ORDER BY id LIMIT $3";
    /// A document is sealed anew.
    pub SEAL_ANEW = "UPDATE documents SET number_hash = $2, sealed = $3, key_number = $4 WHERE id = $1";
    /// The next corrections whose document is sealed with keys before this one, decided or not.
    pub LIST_CORRECTIONS_OF_OLDER_KEYS = "SELECT id, person_id, document_kind AS kind, number_hash, sealed, key_number \
        FROM child_corrections WHERE key_number < $1 AND id > $2 ORDER BY id LIMIT $3";
    /// The document of a correction is sealed anew.
    pub SEAL_CORRECTION_ANEW = "UPDATE child_corrections SET number_hash = $2, sealed = $3, key_number = $4 WHERE id = $1";
    /// Until whom the hashes of everybody were made anew; nothing when that does not go on.
    pub FIND_HASHED_UNTIL = "SELECT version FROM snapshot_versions WHERE name = 'person_hashes'";
    /// They were until this person.
    pub PUT_HASHED_UNTIL = "INSERT INTO snapshot_versions (name, version) VALUES ('person_hashes', $1) \
        ON CONFLICT (name) DO UPDATE SET version = $1";
    /// They were of everybody.
    pub END_HASHED = "DELETE FROM snapshot_versions WHERE name = 'person_hashes'";
    /// The next people who are found by hashes.
    pub LIST_PEOPLE_BEHIND = "SELECT id FROM people WHERE id > $1 AND identity_key IS NOT NULL AND state <> 'merged' ORDER BY id LIMIT $2";
    /// How many they are.
    pub COUNT_PEOPLE_BEHIND = "SELECT COUNT(*) FROM people WHERE id > $1 AND identity_key IS NOT NULL AND state <> 'merged'";
    /// What people are found by.
    pub LIST_HASHES_AMONG = concat!("SELECT person_id, hash, born FROM person_keys WHERE person_id IN ", database::among!());
    /// Another way to find a person.
    pub INSERT_HASH = "INSERT INTO person_keys (hash, person_id, born) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    /// None of the ways holds any more.
    pub DELETE_HASHES = "DELETE FROM person_keys WHERE person_id = $1";
    /// Who is found by these hashes, those who share most of them first, with the date of birth as a number.
    pub LIST_BY_HASHES = concat!("SELECT person_id, born FROM person_keys WHERE hash IN ", database::among!(),
        " GROUP BY person_id, born ORDER BY COUNT(*) DESC, person_id LIMIT 500");
    /// The forms of people.
    pub LIST_FORMS_AMONG = concat!("SELECT person_id, form FROM person_forms WHERE person_id IN ", database::among!());
    /// A person's form.
    pub PUT_FORM = "INSERT INTO person_forms (person_id, form) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET form = excluded.form";
    /// A person has none.
    pub DELETE_FORM = "DELETE FROM person_forms WHERE person_id = $1";
    /// Those for whom an account acts have none.
    pub DELETE_FORMS_OF_ACCOUNT = "DELETE FROM person_forms WHERE person_id IN \
        (SELECT g.person_id FROM guardianships g WHERE g.account_id = $1 AND g.state = 'holds')";
    /// Those for whom an account acts.
    pub LIST_PEOPLE_OF_ACCOUNT = "SELECT g.person_id FROM guardianships g WHERE g.account_id = $1 AND g.state = 'holds'";
    /// The people with these ids, with who acts for them.
    pub LIST_CANDIDATES_AMONG = concat!("SELECT ", child!(), ", COALESCE(a.email, '') AS email, COALESCE(NULLIF(h.phone, ''), p.phone) AS phone, \
        COALESCE(h.surname, '') AS guardian_surname, COALESCE(h.given_name, '') AS guardian_given_name FROM people p \
        LEFT JOIN guardianships g ON g.person_id = p.id AND g.state = 'holds' LEFT JOIN accounts a ON a.id = g.account_id \
        LEFT JOIN people h ON h.account_id = g.account_id \
        WHERE p.identity_key IS NOT NULL AND p.state <> 'merged' AND p.id IN ", database::among!());
    /// Records that gave everything to the people with these ids.
    pub LIST_JOINED_AMONG = concat!("SELECT ", child!(), ", p.phone, p.merged_into AS kept_id FROM people p \
        WHERE p.identity_key IS NOT NULL AND p.state = 'merged' AND p.merged_into IN ", database::among!());
    /// How many people there may be to be compared with; never fewer than there are.
    pub ESTIMATE_REGISTER = "SELECT COALESCE(MAX(id), 0) FROM people";
    /// Where letters of an account go.
    pub FIND_EMAIL = "SELECT email FROM accounts WHERE id = $1";
    /// What was known before a change.
    pub INSERT_VERSION = "INSERT INTO person_versions (person_id, version, known, changed_at, changed_by, reason) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    /// Two records that may be one person.
    pub INSERT_CASE = "INSERT INTO duplicate_cases (person_id, other_id, bits, reasons, state, opened_at, asked_from, \
        same_from) VALUES ($1, $2, $3, $4, 'open', $5, $6, $7) ON CONFLICT (person_id, other_id) DO NOTHING";
    /// How two records were decided about, the older and the newer.
    pub FIND_CASE_STATE = "SELECT state FROM duplicate_cases WHERE (person_id = $1 AND other_id = $2) OR (person_id = $2 AND other_id = $1)";
    /// Records of which somebody has decided that they and record $1, or one that was joined with it, are two.
    pub LIST_DECIDED_TWO = "SELECT COALESCE(p.merged_into, p.id) FROM people p WHERE p.id IN (SELECT d.other_id FROM duplicate_cases d \
        JOIN people q ON q.id = d.person_id WHERE d.state = 'different' AND (q.id = $1 OR q.merged_into = $1) UNION \
        SELECT d.person_id FROM duplicate_cases d JOIN people q ON q.id = d.other_id WHERE d.state = 'different' \
        AND (q.id = $1 OR q.merged_into = $1))";
    /// Whether a record that was here before resembles a person, and nobody has decided about the two.
    pub COUNT_OPEN_CASES = "SELECT COUNT(*) FROM duplicate_cases WHERE state = 'open' AND person_id = $1";
    /// Children of an account that resemble a record which was here before, undecided.
    pub LIST_DOUBTED_OF_ACCOUNT = "SELECT DISTINCT g.person_id FROM guardianships g JOIN duplicate_cases d \
        ON d.person_id = g.person_id WHERE g.account_id = $1 AND g.state = 'holds' AND d.state = 'open'";
    /// Children of an account, each as often as somebody asks to act for it too.
    pub LIST_ASKED_OF_ACCOUNT = "SELECT g.person_id FROM guardianships g JOIN guardianships q ON q.person_id = g.person_id \
        AND q.state = 'asked' JOIN accounts a ON a.id = q.account_id AND a.state = 'active' \
        WHERE g.account_id = $1 AND g.state = 'holds'";
    /// What a guardian asks to be put right; nothing when something is asked already.
    pub INSERT_CORRECTION = "INSERT INTO child_corrections (person_id, asked_by, asked_at, known, reason, document_kind, number_hash, \
        sealed, key_number, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open') ON CONFLICT DO NOTHING";
    /// How many corrections of a child wait for a decision.
    pub COUNT_CORRECTIONS = "SELECT COUNT(*) FROM child_corrections WHERE person_id = $1 AND state = 'open'";
    /// A guardian agrees to something about a child.
    pub INSERT_CONSENT = "INSERT INTO person_consents (person_id, account_id, purpose, version, text_hash, given_at) \
        VALUES ($1, $2, $3, $4, $5, $6)";
}

/// A document as it lies in the database.
#[derive(Clone, Debug)]
pub struct KeptDocument {
    /// Whose.
    pub person_id: PersonId,
    /// Its kind.
    pub kind: DocumentKind,
    /// What it is found by.
    pub number_hash: Vec<u8>,
    /// Its number, sealed.
    pub sealed: Vec<u8>,
    /// With which key.
    pub key_number: i64,
}

from_row!(KeptDocument {
    person_id,
    kind,
    number_hash,
    sealed,
    key_number
});

/// A document that waits for the key in force.
#[derive(Clone, Debug)]
pub struct OlderDocument {
    /// Its row.
    pub id: i64,
    /// What lies in it.
    pub kept: KeptDocument,
}

impl FromRow for OlderDocument {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            kept: KeptDocument::from_row(row)?,
        })
    }
}
