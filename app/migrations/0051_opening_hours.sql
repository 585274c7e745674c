-- When an organisation is open, as JSON: spans of each weekday, days that differ, public holidays. It stands in the tree in
-- memory and is only ever read as a whole. Empty: nobody has said; then the words of office_hours hold.
ALTER TABLE organisations ADD COLUMN hours TEXT NOT NULL DEFAULT '';
