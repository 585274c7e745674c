//! Whatever the bytes: an answer, never a panic.

use bank_statements::{guess_mapping, read};
use proptest::prelude::*;

use crate::samples::ALL;

fn any_answer(bytes: &[u8]) {
    if let Ok(file) = read(bytes, None) {
        let marks = file.fingerprints();
        assert_eq!(marks.len(), file.statements.len());
        for statement in &file.statements {
            let _ = statement.balance_difference();
            let mut unique = statement.fingerprints();
            unique.sort();
            unique.dedup();
            assert_eq!(unique.len(), statement.entries.len());
        }
    }
    if let Some(mapping) = guess_mapping(bytes) {
        let _ = read(bytes, Some(&mapping));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn arbitrary_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400), start in 0_usize..6) {
        let starts: [&[u8]; 6] = [b"", b"<a>", b":20:1\n:61:", b"1CClientBankExchange\n", b"Date;Amount\n", b"\xff\xfe"];
        any_answer(&[starts[start], &bytes].concat());
    }

    #[test]
    fn broken_samples_get_an_answer(
        sample in 0..ALL.len(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = ALL[sample].1.to_vec();
        for (index, byte) in changes {
            let index = index.index(bytes.len());
            bytes[index] = byte;
        }
        if cut.index(3) == 0 {
            bytes.truncate(cut.index(bytes.len()));
        }
        any_answer(&bytes);
    }
}
