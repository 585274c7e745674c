-- The course that all copies of it come from, over the years: the first one.
ALTER TABLE courses ADD COLUMN origin_id BIGINT REFERENCES courses (id);
CREATE INDEX courses_origin ON courses (origin_id);
