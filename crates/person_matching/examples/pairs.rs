//! The pairs of a list, with the time each step takes: what is measured for `docs/benchmarks.md`.
//!
//! `cargo run --release -p person_matching --example pairs -- FILE.csv > PAIRS.csv`

use person_matching::{
    BirthDate, DocumentKind, Person, PreparedPerson, Register, Sex, TypedDocument,
};
use std::io::Write as _;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a file")?;
    let explain = std::env::args().nth(2).is_some();
    let begun = Instant::now();
    let mut reader = csv::Reader::from_path(path)?;
    let headers = reader.headers()?.clone();
    let (mut ids, mut people) = (Vec::new(), Vec::new());
    for row in reader.records() {
        let row = row?;
        let cell = |name: &str| {
            let place = headers.iter().position(|header| header == name);
            place
                .and_then(|place| row.get(place))
                .unwrap_or_default()
                .to_owned()
        };
        ids.push(cell("id"));
        people.push(Person {
            given_name: cell("given_name"),
            surname: cell("surname"),
            patronymic: cell("patronymic"),
            birth_date: BirthDate::parse(&cell("date_of_birth")),
            sex: Sex::parse(&cell("sex")),
            municipality: cell("municipality"),
            postal_code: cell("postcode"),
            address: cell("address"),
            documents: vec![TypedDocument {
                kind: DocumentKind::parse(&cell("doc_type")),
                number: cell("doc_number"),
            }],
            guardian: cell("parent_name"),
            phone: cell("parent_phone"),
            email: cell("parent_email"),
        });
    }
    let read = begun.elapsed();
    let people = PreparedPerson::of_all(&people, 2);
    let prepared = begun.elapsed();
    let register = Register::new(people);
    let indexed = begun.elapsed();
    let pairs = register.pairs(2);
    let compared = begun.elapsed();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "id_a,id_b,score,verdict")?;
    for pair in &pairs {
        let (a, b) = (&ids[pair.first], &ids[pair.second]);
        write!(
            out,
            "{a},{b},{:.1},{}",
            pair.found.bits,
            pair.found.verdict.code()
        )?;
        if explain {
            write!(out, ",{:?}", pair.found)?;
        }
        writeln!(out)?;
    }
    out.flush()?;
    eprintln!(
        "{} records, {} pairs: read {read:.2?}, normal forms {:.2?}, index {:.2?}, pairs {:.2?}",
        ids.len(),
        pairs.len(),
        prepared.saturating_sub(read),
        indexed.saturating_sub(prepared),
        compared.saturating_sub(indexed)
    );
    Ok(())
}
