//! The application as PDF, filled in, in the language of whoever signs it: names, the child's date of birth and address, both
//! municipalities, the reason, and place for the new address, a date and a signature. No document. What has no letter in
//! the font is left out.

use axum::extract::{Path, State};
use axum::response::Response;
use certificate_press::{Template, unprintable};
use database::DbError;
use serde_json::{Value, json};

use super::find;
use crate::app::Shared;
use crate::audit;
use crate::families::moving::permissions::may_keep_move;
use crate::families::moving::types::Move;
use crate::families::staff::pages::{name_of, zone};
use crate::families::store;
use crate::families::types::Child;
use crate::i18n::{Lang, Translator};
use crate::web::{AppError, Context, PDF, download};

/// The words of the paper, as its layout and message keys name them.
const WORDS: [&str; 13] = [
    "title",
    "number",
    "signer",
    "child",
    "born",
    "from",
    "address",
    "to",
    "new-address",
    "reason",
    "declare",
    "day",
    "signature",
];

/// `GET /staff/moves/{move}/application.pdf`
pub(super) async fn pdf(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let one = find(&app, actor, &id).await?;
    let tree = app.organisations.current();
    let may = may_keep_move(actor, &tree, &one).filter(|_| one.state.is_open());
    may.ok_or(AppError::NotFound)?;
    let (by, person, now) = (actor.account_id, one.person_id, ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            audit::Entry::new(now, by, "move.print", "person", person.get())
                .write(tx)
                .await?;
            tx.one(store::FIND_CHILD, &[&person]).await
        })
    });
    let child: Child = write.await.map_err(|error: DbError| error)?;
    let facts = facts(&app, &one, &child);
    let ident = format!("application for a change of municipality {}", one.id);
    let printed = app
        .printer
        .print_document(facts, None, ident, Template::application(), now)
        .await?;
    let file = format!("{}-{}.pdf", ctx.t().get("moving-paper-file"), one.id);
    Ok(download(PDF, &file, printed))
}

/// The text without what can not be printed, as somebody may have pasted it.
fn settable(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(letter) = unprintable(&text) {
        let shorter = text.replace(letter, "");
        if shorter.len() == text.len() {
            break;
        }
        text = shorter;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn facts(app: &Shared, one: &Move, child: &Child) -> Value {
    let t = Translator::new(Lang::from_code(&one.language).unwrap_or_default());
    let tree = app.organisations.current();
    let words = WORDS.map(|word| {
        let text = t.get(&format!("moving-paper-{word}")).to_string();
        (word.to_owned(), Value::String(text))
    });
    let known = &child.known;
    let names = [&known.surname, &known.given_name, &known.patronymic];
    let names = names.map(String::as_str).join(" ");
    let town_line = [known.postal_code.as_str(), &known.city].join(" ");
    let lines = [known.street.trim(), town_line.trim()];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let town = |id| name_of(app, &tree, Some(id));
    let institution = name_of(app, &tree, one.organisation_id);
    let day = t.plain_date(one.opened_at.to_zoned(zone()).date());
    json!({
        "lang": t.lang().code(),
        "words": serde_json::Map::from_iter(words),
        "site": app.config.site_name,
        "institution": institution,
        "number": one.id.to_string(),
        "day": day,
        "signer": settable(&one.signer),
        "child": settable(&names),
        "born": t.plain_date(known.born_on),
        "from": town(one.from_id),
        "address": settable(&lines.join(", ")),
        "to": town(one.to_id),
        "reason": settable(&one.reason),
        "note": t.get("moving-paper-note").text("organisation", institution.as_str()).to_string(),
    })
}
