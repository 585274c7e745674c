-- Normal forms of whoever is found by keys (`design/person-matching.md`): of dozens who share a key, all but a few are ruled out by
-- them without being read and made comparable anew. Whoever has no row here is read.
CREATE TABLE person_forms (
    person_id BIGINT NOT NULL PRIMARY KEY REFERENCES people (id),
    form TEXT NOT NULL
){by_key};
