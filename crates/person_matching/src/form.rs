//! Normal forms as a text that is kept beside the keys, so that whoever is found by a key is compared without being made
//! comparable anew.

use crate::person::{BirthDate, Sex};
use crate::prepared::{Address, PreparedPerson, Word, word};

/// The first line. Other normal forms are another version; a text of a version not known here is not read.
const VERSION: &str = "1";

impl PreparedPerson {
    /// One person as a text that [`PreparedPerson::of_form`] reads: everything but the documents, once with each household.
    /// All of these have to be one person, who may have several guardians. None where a field has a letter that no line can
    /// hold; whoever has no form has to be made comparable from what was typed.
    pub fn form(households: &[Self]) -> Option<String> {
        let one = households.first()?;
        let date = one.birth_date.map(|date| {
            let BirthDate { year, month, day } = date;
            format!("{year}-{month}-{day}")
        });
        let sex = one.sex.map_or("", |sex| match sex {
            Sex::Female => "F",
            Sex::Male => "M",
        });
        let (given, surname) = (joined(&one.given), joined(&one.surname));
        let mut lines = vec![
            VERSION,
            date.as_deref().unwrap_or_default(),
            &given,
            &surname,
            &one.patronymic,
            sex,
            &one.municipality,
            &one.postal_code,
            &one.address.street,
            &one.address.house,
            &one.address.flat,
        ];
        for home in households {
            lines.extend([&*home.guardian, &home.phone, &home.email]);
        }
        (!lines.iter().any(|line| line.contains(char::is_control))).then(|| lines.join("\n"))
    }

    /// Reads a form: the person once with each household, without documents. None for any other text.
    pub fn of_form(text: &str) -> Option<Vec<Self>> {
        let mut lines = text.split('\n');
        (lines.next()? == VERSION).then_some(())?;
        let mut next = || lines.next();
        let birth_date = date(next()?).ok()?;
        let one = Self {
            birth_date,
            given: words(next()?),
            surname: words(next()?),
            patronymic: next()?.into(),
            sex: Sex::parse(next()?),
            municipality: next()?.into(),
            postal_code: next()?.into(),
            address: Address {
                street: next()?.into(),
                house: next()?.into(),
                flat: next()?.into(),
            },
            documents: Box::default(),
            guardian: next()?.into(),
            phone: next()?.into(),
            email: next()?.into(),
        };
        let mut all = vec![one];
        while let Some(guardian) = lines.next() {
            let other = Self {
                guardian: guardian.into(),
                phone: lines.next()?.into(),
                email: lines.next()?.into(),
                ..all[0].clone()
            };
            all.push(other);
        }
        Some(all)
    }
}

fn joined(words: &[Word]) -> String {
    let texts: Vec<&str> = words.iter().map(|word| &*word.text).collect();
    texts.join(" ")
}

fn words(line: &str) -> Box<[Word]> {
    line.split(' ')
        .filter(|text| !text.is_empty())
        .map(|text| word(text.to_owned()))
        .collect()
}

/// Nothing where no date is known; an error where the line is none.
fn date(line: &str) -> Result<Option<BirthDate>, ()> {
    if line.is_empty() {
        return Ok(None);
    }
    let mut parts = line.split('-');
    let mut next = || parts.next().ok_or(());
    let (year, month, day) = (next()?, next()?, next()?);
    Ok(Some(BirthDate::new(
        year.parse().map_err(drop)?,
        month.parse().map_err(drop)?,
        day.parse().map_err(drop)?,
    )))
}
