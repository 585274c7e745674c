//! Rows of a list of courses.

use std::collections::HashMap;

use database::{DbError, Tx};

use super::cells::{self, problem};
use super::{Import, RowProblem, column};
use crate::accounts::OrganisationId;
use crate::catalogue::writing::{self, CourseFields};
use crate::catalogue::{Course, CourseState, store};
use crate::tables::{Need, Row, Spec, Table};

/// The columns of a list of courses.
pub const COURSES: Spec = Spec::new(&[
    column("code", &["kod", "symbol", "код"], Need::Filled),
    column("title", &["tytuł", "nazwa", "название"], Need::Filled),
    column(
        "teaching_hours",
        &["hours", "godziny", "liczba godzin", "часы"],
        Need::Filled,
    ),
    column("subject", &["przedmiot", "предмет"], Need::Optional),
    column("summary", &["opis", "описание"], Need::Optional),
    column(
        "topics",
        &["program", "tematy", "программа", "темы"],
        Need::Optional,
    ),
    column(
        "audience",
        &["dla kogo", "adresaci", "для кого"],
        Need::Optional,
    ),
    column("language", &["język", "язык"], Need::Optional),
    column(
        "organisation",
        &["organization", "jednostka", "organizator", "организация"],
        Need::Optional,
    ),
    column("age_from", &["wiek od", "возраст от"], Need::Optional),
    column("age_to", &["wiek do", "возраст до"], Need::Optional),
    column(
        "takes_certificate",
        &["bon", "certyfikat finansowania", "сертификат"],
        Need::Optional,
    ),
    column("state", &["stan", "состояние"], Need::Optional),
]);

pub(super) async fn take(tx: &mut Tx<'_>, import: &mut Import) -> Result<(), DbError> {
    let mut seen: HashMap<(OrganisationId, String), u32> = HashMap::new();
    for row in std::mem::take(&mut import.job.table.rows) {
        let read = import
            .organisation_of(&row)
            .and_then(|(organisation, _)| read(&import.job.table, &row, organisation));
        let (fields, state) = match read {
            Ok(read) => read,
            Err(problem) => {
                import.refuse(problem);
                continue;
            }
        };
        if let Some(line) = seen.insert((fields.organisation_id, fields.code.clone()), row.line) {
            import.refuse(problem(&row, "code", "twice", &line.to_string()));
            continue;
        }
        save(tx, import, fields, state).await?;
    }
    Ok(())
}

fn read(
    table: &Table,
    row: &Row,
    organisation_id: OrganisationId,
) -> Result<(CourseFields, Option<CourseState>), RowProblem> {
    let cell = |name| table.cell(row, name);
    let wrong = |column| move |code| problem(row, column, code, cell(column));
    let language = cells::line(cell("language"))
        .map_err(wrong("language"))?
        .to_lowercase();
    let is_code =
        (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    if !language.is_empty() && !is_code {
        return Err(wrong("language")("language"));
    }
    let state = cells::state(cell("state"), CourseState::from_code).map_err(wrong("state"))?;
    let age_from = cells::age(cell("age_from")).map_err(wrong("age_from"))?;
    let age_to = cells::age(cell("age_to")).map_err(wrong("age_to"))?;
    if age_from.is_some() != age_to.is_some() || age_to < age_from {
        return Err(wrong("age_to")("age"));
    }
    let fields = CourseFields {
        organisation_id,
        code: cells::line(cell("code")).map_err(wrong("code"))?,
        title: cells::line(cell("title")).map_err(wrong("title"))?,
        subject: cells::line(cell("subject")).map_err(wrong("subject"))?,
        summary: cells::text(cell("summary")).map_err(wrong("summary"))?,
        topics: cells::topics(cell("topics")).map_err(wrong("topics"))?,
        audience: cells::line(cell("audience")).map_err(wrong("audience"))?,
        language: if language.is_empty() {
            "pl".into()
        } else {
            language
        },
        teaching_hours: cells::count(cell("teaching_hours")).map_err(wrong("teaching_hours"))?,
        age_from,
        age_to,
        takes_certificate: cells::yes_or_no(cell("takes_certificate"))
            .map_err(wrong("takes_certificate"))?
            .unwrap_or(false),
        state: state.unwrap_or(CourseState::Published),
    };
    Ok((fields, state))
}

/// A course that is known keeps its state unless the list gives one.
async fn save(
    tx: &mut Tx<'_>,
    import: &mut Import,
    mut fields: CourseFields,
    state: Option<CourseState>,
) -> Result<(), DbError> {
    let now = import.job.now;
    let found = tx
        .opt::<Course>(
            store::FIND_COURSE_BY_CODE,
            &[&fields.organisation_id, &fields.code],
        )
        .await?;
    let Some(course) = found else {
        writing::insert_course(tx, &fields, now).await?;
        import.imported.added += 1;
        return Ok(());
    };
    fields.state = state.unwrap_or(course.state);
    if fields == CourseFields::from(&course) {
        import.imported.same += 1;
    } else {
        writing::update_course(tx, course.id, course.version, &fields, now).await?;
        import.imported.changed += 1;
    }
    Ok(())
}
