//! A mail that was sent, and how it fared with each person.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::write::sum;
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::pages::id_of;
use crate::enrolment::staff::open_group;
use crate::group_mail::store::{self, Addressee, Written};
use crate::group_mail::{MailId, rules};
use crate::i18n::{Translator, name_key};
use crate::materials::pages::size_in_words;
use crate::staff_tables::views::{DELIVERY, kept};
use crate::staff_tables::{Cell, Column, Listing, Row, Table, Taken};
use crate::web::{AppError, Context, Page, show};

/// Lines of one page.
const PER_PAGE: usize = 500;

#[derive(Template)]
#[template(path = "group_mail/sent.html")]
struct SentPage {
    page: Page,
    group: String,
    /// Where all mails of the group are.
    all: String,
    title: String,
    subject: String,
    when: String,
    paragraphs: Vec<String>,
    files: Vec<String>,
    sum: String,
    has_undelivered: bool,
    list: Listing,
}

fn state_of(t: Translator, one: &Addressee) -> (&'static str, String) {
    match one.state.as_str() {
        "sent" => ("done", t.get("group-mail-state-sent").to_string()),
        "given_up" => ("problem", t.get("group-mail-state-undelivered").to_string()),
        _ if one.attempts > 0 => {
            let word = t.get("group-mail-state-tried").int("count", one.attempts);
            ("attention", word.to_string())
        }
        _ => ("information", t.get("group-mail-state-waiting").to_string()),
    }
}

/// `GET /staff/groups/{group}/mail/{mail}`; the look at the names leaves a trace.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path((group, mail)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let opened = open_group(&app, actor, &group).await?;
    let (id, mail): (_, MailId) = (opened.detail.group.id, id_of(&mail)?);
    let (by, now, organisation) = (actor.account_id, ctx.now(), opened.detail.organisation.id);
    let action = Taken::action(&ctx, "group_mail.look_up", "group_mail.download");
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let written: Written = tx.one(store::FIND_MAIL, &[&mail, &id]).await?;
            let files: Vec<(String, i64, bool)> = tx.all(store::LIST_FILES, &[&mail]).await?;
            let people: Vec<Addressee> = tx.all(store::LIST_PEOPLE, &[&mail]).await?;
            let entry = audit::Entry {
                organisation_id: Some(organisation),
                ..audit::Entry::new(now, by, action, "group", id.get())
            };
            entry.write_with_rows(tx, people.len()).await?;
            Ok::<_, DbError>((written, files, people))
        })
    });
    let (written, files, mut people) = work.await?;
    let (t, zone) = (ctx.t(), &opened.detail.organisation.zone);
    people.sort_by_cached_key(|one| {
        // What needs somebody comes first.
        let name = [&one.surname, &one.given_name].map(|name| name_key(ctx.lang(), name));
        (one.state != "given_up", name, one.enrolment_id.get())
    });
    let count = |state: &str| {
        let found = people.iter().filter(|one| one.state == state).count();
        i64::try_from(found).unwrap_or(i64::MAX)
    };
    let all = i64::try_from(people.len()).unwrap_or(i64::MAX);
    let (sent, undelivered) = (count("sent"), count("given_up"));
    let row = |one: &Addressee| {
        let taken = one.sent_at.map(|at| Cell::moment(t, at, zone));
        let cells = vec![
            Cell::new(format!("{} {}", one.surname, one.given_name))
                .to(format!("/staff/enrolments/{}", one.enrolment_id)),
            Cell::badge(state_of(t, one)),
            taken.unwrap_or_else(|| Cell::new("")),
        ];
        Row::new(one.enrolment_id, cells)
    };
    let heads = vec![
        Column::new(t.get("staff-participant-name")).by("name"),
        Column::new(t.get("staff-state")).by("state"),
        Column::new(t.get("group-mail-taken-at")).by("taken"),
    ];
    let rows = people.iter().map(row);
    let caption = t.get("group-mail-delivery");
    let table = Table::new(format!("mail-{mail}"), caption, heads, rows);
    let list = Listing::found(&ctx, table, PER_PAGE);
    if let Some(file) = list.file(&ctx)? {
        return Ok(file);
    }
    let file = |(name, size, is_there): &(String, i64, bool)| {
        let file = format!("{name} ({})", size_in_words(t, size.unsigned_abs()));
        if *is_there {
            return file;
        }
        let gone = t.get("group-mail-file-deleted");
        gone.text("file", file).to_string()
    };
    show(&SentPage {
        page: ctx.page(t.get("group-mail-sent-title")).dense(),
        group: format!("/staff/groups/{id}"),
        all: format!("/staff/groups/{id}/mail"),
        title: opened.detail.course.title.clone(),
        when: t.date_time(written.sent_at, zone),
        paragraphs: rules::paragraphs(&written.body),
        subject: written.subject,
        files: files.iter().map(file).collect(),
        sum: sum(t, all, sent, undelivered),
        has_undelivered: undelivered > 0,
        list: list.kept(kept(&app, &ctx, DELIVERY).await?),
    })
}
