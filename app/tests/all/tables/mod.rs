//! Lists that people hand in: read in every form, refused in words.

mod cells;
mod damage;
mod messages;
mod reading;
mod workbooks;
