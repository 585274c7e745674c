//! The stories, each under the name that `spec/traceability.md` gives it.

mod browsers;
mod judging;
