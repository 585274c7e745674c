//! What commands say. Whoever reads no further (`zapis doctor | head -1`) has seen enough: the work goes on, nothing fails.

use std::fmt;
use std::io::{self, ErrorKind, StdoutLock, Write};

/// A writer whose reader may go away.
#[derive(Debug)]
pub(super) struct Patient<W>(W);

/// Standard output.
pub(super) fn out() -> Patient<StdoutLock<'static>> {
    Patient(io::stdout().lock())
}

fn unread<T>(done: io::Result<T>, instead: T) -> io::Result<T> {
    match done {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(instead),
        other => other,
    }
}

impl<W: Write> Write for Patient<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        unread(self.0.write(bytes), bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        unread(self.0.flush(), ())
    }
}

/// Prints a line on standard output.
///
/// # Errors
/// The line can not be kept where it goes, as on a full disk.
pub(super) fn line(said: fmt::Arguments<'_>) -> io::Result<()> {
    writeln!(out(), "{said}")
}

/// Prints a line on standard error, which is for people: where it can not be shown, nothing can be said about that.
pub(super) fn aside_line(said: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{said}");
}

/// Prints a line on standard output, as `println!` does; the answer says whether that was possible.
macro_rules! tell {
    ($($said:tt)+) => {
        $crate::commands::printing::line(format_args!($($said)+))
    };
}
/// Prints a line on standard error.
macro_rules! aside {
    ($($said:tt)+) => {
        $crate::commands::printing::aside_line(format_args!($($said)+))
    };
}
pub(super) use {aside, tell};

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails in this way, whatever it is given.
    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    #[test]
    fn only_a_reader_who_went_away_is_no_failure() {
        let mut gone = Patient(Failing(ErrorKind::BrokenPipe));
        assert!(gone.write_all(b"all of it").is_ok() && gone.flush().is_ok());
        let mut full = Patient(Failing(ErrorKind::StorageFull));
        assert!(full.write_all(b"all of it").is_err() && full.flush().is_err());
    }
}
