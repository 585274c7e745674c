//! SQL of courses, groups, meetings and places.

/// Columns of a [`super::Course`].
macro_rules! course {
    () => {
        "c.id, c.organisation_id, c.code, c.title, c.subject, c.summary, c.topics, c.audience, c.language, \
         c.teaching_hours, c.age_from, c.age_to, c.takes_certificate, c.state, c.version"
    };
}

/// Columns of a [`super::Group`].
macro_rules! group {
    () => {
        "g.id, g.course_id, g.code, g.state, g.mode, g.place, g.online_link, g.trainers, g.capacity, g.minimum, \
         g.taken, g.waiting_places, g.waiting, g.needs_approval, g.opens_at, g.closes_at, g.price_minor, g.currency, g.attendance_percent, g.signatory_name, \
         g.signatory_role, g.sequence, g.version, g.published_at, g.finished_at, g.allocation, g.drawn_at"
    };
}

/// Columns of an [`super::OrganisationSummary`].
macro_rules! organisation {
    () => {
        "o.id, o.name, o.street, o.street_number, o.postal_code, o.post_office, o.city, o.time_zone, o.long_from_hours, \
         o.long_from_meetings, o.offer_hours, o.phone, o.email"
    };
}

/// Groups whose places are still to be drawn: until then none is given.
macro_rules! undrawn {
    () => {
        "(allocation <> 'first_come' AND drawn_at IS NULL)"
    };
}

/// Groups that visitors see: not drafts, of a published course, not over at $1.
macro_rules! seen {
    () => {
        "c.state = 'published' AND g.state IN ('published', 'running', 'cancelled') \
         AND (g.closes_at > $1 OR EXISTS (SELECT 1 FROM meetings l WHERE l.group_id = g.id AND l.ends_at > $1))"
    };
}

database::statements! {
    /// One course.
    pub FIND_COURSE = concat!("SELECT ", course!(), " FROM courses c WHERE c.id = $1");
    /// One group.
    pub FIND_GROUP = concat!("SELECT ", group!(), " FROM groups g WHERE g.id = $1");
    /// Groups by their ids.
    pub LIST_GROUPS_AMONG = concat!("SELECT ", group!(), " FROM groups g WHERE g.id IN ", database::among!());
    /// One organisation, as pages and letters name it.
    pub FIND_ORGANISATION = concat!("SELECT ", organisation!(), " FROM organisations o WHERE o.id = $1");
    /// Meetings of a group, in order of time.
    pub LIST_MEETINGS_OF_GROUP = "SELECT id, group_id, starts_at, ends_at, place, room_id FROM meetings WHERE group_id = $1 \
        ORDER BY starts_at, id";

    /// Takes a place: $1 group, $2 now. No row when there is none to take; one that others wait for is theirs.
    pub TAKE_PLACE = concat!("UPDATE groups SET taken = taken + 1 WHERE id = $1 AND taken < capacity AND waiting = 0 \
        AND state = 'published' AND opens_at <= $2 AND $2 < closes_at AND NOT ", undrawn!(), " RETURNING taken, version");
    /// The same for staff, whom the window does not bind.
    pub TAKE_PLACE_FOR_STAFF = concat!("UPDATE groups SET taken = taken + 1 WHERE id = $1 AND taken < capacity AND waiting = 0 \
        AND state = 'published' AND NOT ", undrawn!(), " RETURNING taken, version");
    /// Takes the last spot in the line for places: $1 group, $2 now. No row when there is a free place, or no spot. In a draw
    /// there is a spot for everybody.
    pub LINE_UP = concat!("UPDATE groups SET waiting = waiting + 1 WHERE id = $1 AND (", undrawn!(), " OR ((taken >= capacity \
        OR waiting > 0) AND waiting < waiting_places)) AND state = 'published' AND opens_at <= $2 AND $2 < closes_at \
        RETURNING waiting, version");
    /// Gives a spot in the line back.
    pub LEAVE_LINE = "UPDATE groups SET waiting = waiting - 1 WHERE id = $1 AND waiting > 0 RETURNING taken, waiting";
    /// Takes a free place for the next in line. No row when there is none, or nobody waits.
    pub PASS_PLACE_ON = concat!("UPDATE groups SET taken = taken + 1, waiting = waiting - 1 WHERE id = $1 AND taken < capacity \
        AND waiting > 0 AND state = 'published' AND NOT ", undrawn!(), " RETURNING taken, waiting");
    /// Why there was no place.
    pub FIND_WINDOW = "SELECT state, opens_at, closes_at FROM groups WHERE id = $1";
    /// Gives a place back.
    pub GIVE_PLACE_BACK = "UPDATE groups SET taken = taken - 1 WHERE id = $1 AND taken > 0 RETURNING taken, waiting";

    /// A course of an organisation by its code.
    pub FIND_COURSE_BY_CODE = concat!("SELECT ", course!(), " FROM courses c WHERE c.organisation_id = $1 AND c.code = $2");
    /// A group of a course by its code.
    pub FIND_GROUP_BY_CODE = concat!("SELECT ", group!(), " FROM groups g WHERE g.course_id = $1 AND g.code = $2");
    /// Every organisation with its name and time zone, for lists that name them.
    pub LIST_ORGANISATIONS = "SELECT id, name, time_zone FROM organisations WHERE closed_at IS NULL";
    /// A new course.
    pub INSERT_COURSE = "INSERT INTO courses (organisation_id, code, title, subject, summary, topics, audience, \
        language, teaching_hours, age_from, age_to, takes_certificate, state, created_at, changed_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14) RETURNING id";
    /// Writes a course of this version.
    pub UPDATE_COURSE = "UPDATE courses SET code = $3, title = $4, subject = $5, summary = $6, topics = $7, \
        audience = $8, language = $9, teaching_hours = $10, age_from = $11, age_to = $12, takes_certificate = $13, state = $14, \
        changed_at = $15, version = version + 1 \
        WHERE id = $1 AND version = $2";
    /// A new group.
    pub INSERT_GROUP = "INSERT INTO groups (course_id, code, state, mode, place, online_link, trainers, capacity, \
        minimum, opens_at, closes_at, price_minor, currency, attendance_percent, signatory_name, signatory_role, \
        waiting_places, needs_approval, allocation, published_at, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, \
        $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $21) RETURNING id";
    /// Writes a group of this version.
    pub UPDATE_GROUP = "UPDATE groups SET code = $3, state = $4, mode = $5, place = $6, online_link = $7, \
        trainers = $8, capacity = $9, minimum = $10, opens_at = $11, closes_at = $12, price_minor = $13, \
        currency = $14, attendance_percent = $15, signatory_name = $16, signatory_role = $17, waiting_places = $18, needs_approval = $19, allocation = $20, changed_at = $21, \
        version = version + 1 WHERE id = $1 AND version = $2";
    /// A new meeting.
    pub INSERT_MEETING = "INSERT INTO meetings (group_id, starts_at, ends_at, place, room_id) VALUES ($1, $2, $3, $4, $5) RETURNING id";
    /// Writes a meeting of a group.
    pub UPDATE_MEETING = "UPDATE meetings SET starts_at = $3, ends_at = $4, place = $5, room_id = $6 WHERE id = $1 AND group_id = $2";
    /// Takes a meeting away from its group.
    pub DELETE_MEETING = "DELETE FROM meetings WHERE id = $1 AND group_id = $2";

    /// Prices of a group for those who work in a branch.
    pub LIST_PRICES = "SELECT organisation_id, price_minor FROM group_prices WHERE group_id = $1 ORDER BY organisation_id";
    /// Takes all of them away.
    pub DELETE_PRICES = "DELETE FROM group_prices WHERE group_id = $1";
    /// One of them.
    pub INSERT_PRICE = "INSERT INTO group_prices (group_id, organisation_id, price_minor) VALUES ($1, $2, $3)";
    /// Those of group $1, if organisation $2 offers it, for group $3.
    pub COPY_PRICES = "INSERT INTO group_prices (group_id, organisation_id, price_minor) \
        SELECT $3, p.organisation_id, p.price_minor FROM group_prices p JOIN groups g ON g.id = p.group_id \
        JOIN courses c ON c.id = g.course_id WHERE p.group_id = $1 AND c.organisation_id = $2";

    /// Notes that snapshots are out of date.
    pub RAISE_VERSION = "UPDATE snapshot_versions SET version = version + 1 WHERE name = 'catalogue'";
    /// Which snapshot is up to date.
    pub FIND_VERSION = "SELECT version FROM snapshot_versions WHERE name = 'catalogue'";
    /// Courses with groups that visitors see.
    pub LIST_SEEN_COURSES = concat!("SELECT ", course!(), " FROM courses c WHERE EXISTS (SELECT 1 FROM groups g \
        WHERE g.course_id = c.id AND ", seen!(), ")");
    /// Organisations that have such courses.
    pub LIST_SEEN_ORGANISATIONS = concat!("SELECT ", organisation!(), " FROM organisations o WHERE EXISTS (SELECT 1 \
        FROM courses c JOIN groups g ON g.course_id = c.id WHERE c.organisation_id = o.id AND ", seen!(), ")");
    /// The groups themselves.
    pub LIST_SEEN_GROUPS = concat!("SELECT ", group!(), " FROM groups g JOIN courses c ON c.id = g.course_id WHERE ",
        seen!());
    /// Their meetings, in order of time.
    pub LIST_SEEN_MEETINGS = concat!("SELECT m.id, m.group_id, m.starts_at, m.ends_at, m.place, m.room_id FROM meetings m \
        JOIN groups g ON g.id = m.group_id JOIN courses c ON c.id = g.course_id WHERE ", seen!(),
        " ORDER BY m.starts_at, m.id");
    /// Places taken in groups on offer, and how many wait for one.
    pub LIST_TAKEN = "SELECT id, taken, waiting FROM groups WHERE state = 'published'";
    /// Gives a trainer's account a group's lists; twice is once.
    pub INSERT_TRAINER = "INSERT INTO group_trainers (group_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
}
