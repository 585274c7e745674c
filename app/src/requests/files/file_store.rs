//! SQL of files that are attached to messages.

/// Columns of an [`super::Attached`].
macro_rules! file {
    () => {
        "SELECT f.id, f.message_id, f.name, f.kind, f.size, f.hash, f.file_key FROM request_files f"
    };
}

database::statements! {
    /// The files of a request, in the order in which they came.
    pub LIST_FILES = concat!(file!(), " WHERE f.request_id = $1 ORDER BY f.id");
    /// One of them.
    pub FIND_FILE = concat!(file!(), " WHERE f.request_id = $1 AND f.id = $2");
    /// How many there are.
    pub COUNT_FILES = "SELECT COUNT(*) FROM request_files WHERE request_id = $1";
    /// A new one.
    pub INSERT_FILE = "INSERT INTO request_files (request_id, message_id, name, kind, size, hash, file_key, added_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// What is kept in the store of files.
    pub LIST_KEYS = "SELECT file_key FROM request_files";
}
