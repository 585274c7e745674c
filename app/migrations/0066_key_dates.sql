-- The date of birth stands with every key, as the number YYYYMMDD: most who share a key with a child were born on another day
-- altogether, and are not looked at any further. The rows lie in the order of the keys, once instead of twice.
CREATE TABLE person_keys_with_dates (
    hash BIGINT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    born BIGINT NOT NULL,
    PRIMARY KEY (hash, person_id)
){by_key};
INSERT INTO person_keys_with_dates (hash, person_id, born)
    SELECT k.hash, k.person_id, CAST(REPLACE(COALESCE(p.born_on, '0'), '-', '') AS BIGINT) FROM person_keys k JOIN people p ON p.id = k.person_id
    ORDER BY k.hash, k.person_id;
DROP TABLE person_keys;
ALTER TABLE person_keys_with_dates RENAME TO person_keys;
CREATE INDEX person_keys_person ON person_keys (person_id);
