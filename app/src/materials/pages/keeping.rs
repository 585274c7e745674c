//! The staff's list of a group's materials, and what is done with one of them.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::many::DEEDS;
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::enrolment::staff::{Opened, open_group};
use crate::files::{KINDS, MOST_BYTES};
use crate::forms::Form;
use crate::i18n::{Lang, Translator};
use crate::materials::actions::{Direction, move_one, open_from_start, remove};
use crate::materials::permissions::may_keep_materials;
use crate::materials::rules::MOST;
use crate::materials::{Material, MaterialId, of_group, store};
use crate::staff_tables::Bar;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show};

/// A material as the list shows it.
struct Line {
    id: MaterialId,
    name: String,
    size: String,
    added: String,
    from_start: bool,
    is_first: bool,
    is_last: bool,
}

#[derive(Template)]
#[template(path = "materials/keeping.html")]
pub(super) struct ListPage {
    page: Page,
    form: Form,
    group: String,
    title: String,
    language: String,
    /// Endings that are taken, for people and for the browser.
    kinds: String,
    accept: String,
    most: String,
    lines: Vec<Line>,
    /// What can be done to many.
    bar: Bar,
    most_files: usize,
}

impl ListPage {
    /// For a choice of all of them.
    fn ids(&self) -> String {
        let ids = self.lines.iter().map(|one| one.id.to_string());
        ids.collect::<Vec<_>>().join(",")
    }
}

#[derive(Template)]
#[template(path = "materials/delete.html")]
struct DeletePage {
    page: Page,
    group: String,
    title: String,
    action: String,
    back: String,
    name: String,
}

/// A length as people say it.
pub fn size_in_words(t: Translator, bytes: u64) -> String {
    let (kilo, mega) = match t.lang() {
        Lang::Ru => ("кБ", "МБ"),
        Lang::Pl | Lang::En => ("kB", "MB"),
    };
    let (tenths, unit) = match bytes {
        0..1_000 => return t.get("materials-bytes").int("count", bytes).to_string(),
        1_000..1_000_000 => (bytes.div_ceil(100), kilo),
        _ => (bytes.div_ceil(100_000), mega),
    };
    let point = if t.lang() == Lang::En { '.' } else { ',' };
    match (tenths / 10, tenths % 10) {
        (whole, 0) => format!("{whole}\u{a0}{unit}"),
        (whole, _) if whole >= 10 => format!("{}\u{a0}{unit}", (tenths + 5) / 10),
        (whole, tenth) => format!("{whole}{point}{tenth}\u{a0}{unit}"),
    }
}

/// The page with this form, of a group that the actor keeps.
pub(super) async fn page(
    app: &Shared,
    ctx: &Context,
    opened: &Opened,
    form: Form,
) -> Result<ListPage, AppError> {
    let (t, detail, id) = (ctx.t(), &opened.detail, opened.detail.group.id);
    let read = app.db.read(move |tx| Box::pin(of_group(tx, id)));
    let materials = read.await?;
    let count = materials.len();
    let line = |(index, one): (usize, Material)| Line {
        id: one.id,
        size: size_in_words(t, one.size.unsigned_abs()),
        added: t.date_time(one.added_at, &detail.organisation.zone),
        from_start: one.from_start,
        is_first: index == 0,
        is_last: index + 1 == count,
        name: one.name,
    };
    let endings = |before: &str| -> Vec<String> {
        KINDS
            .iter()
            .map(|kind| format!("{before}{}", kind.ending))
            .collect()
    };
    Ok(ListPage {
        page: ctx.page(t.get("materials-title")).dense(),
        form,
        group: format!("/staff/groups/{id}"),
        title: detail.course.title.clone(),
        language: detail.course.language.clone(),
        kinds: endings("").join(", "),
        accept: format!("{},.jpeg", endings(".").join(",")),
        most: size_in_words(t, MOST_BYTES / 1_048_576 * 1_000_000),
        lines: materials.into_iter().enumerate().map(line).collect(),
        bar: Bar::new(
            "bulk",
            format!("/staff/groups/{id}/materials/many"),
            t,
            &DEEDS,
        ),
        most_files: MOST,
    })
}

/// `GET /staff/groups/{group}/materials`
pub(super) async fn list(
    State(app): State<Shared>,
    ctx: Context,
    Path(group): Path<String>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, ctx.staff()?, &group).await?;
    show(&page(&app, &ctx, &opened, Form::new()).await?)
}

/// `POST /staff/groups/{group}/materials/{material}`: up, down, open from the start, closed until the gate opens.
pub(super) async fn change(
    State(app): State<Shared>,
    ctx: Context,
    Path((group, material)): Path<(String, String)>,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &group).await?;
    let id: MaterialId = id_of(&material)?;
    let (permit, now) = (may_keep_materials(&opened.keep), ctx.now());
    let deed = form.value("deed").to_owned();
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            match deed.as_str() {
                "up" => move_one(tx, &permit, id, Direction::Up, now).await,
                "down" => move_one(tx, &permit, id, Direction::Down, now).await,
                "open" => open_from_start(tx, &permit, id, true, now).await,
                "close" => open_from_start(tx, &permit, id, false, now).await,
                _ => Err(DbError::NotFound),
            }
        })
    });
    work.await?;
    Ok(said(&app, &opened, "material-changed"))
}

/// `GET /staff/groups/{group}/materials/{material}/delete`
pub(super) async fn ask(
    State(app): State<Shared>,
    ctx: Context,
    Path((group, material)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let (opened, material) = open(&app, ctx.staff()?, &group, &material).await?;
    let back = format!("/staff/groups/{}/materials", opened.detail.group.id);
    show(&DeletePage {
        page: ctx.page(ctx.t().get("materials-delete-title")).dense(),
        group: format!("/staff/groups/{}", opened.detail.group.id),
        title: opened.detail.course.title.clone(),
        action: format!("{back}/{}/delete", material.id),
        back,
        name: material.name,
    })
}

/// `POST /staff/groups/{group}/materials/{material}/delete`
pub(super) async fn delete(
    State(app): State<Shared>,
    ctx: Context,
    Path((group, material)): Path<(String, String)>,
    PostedBy { actor, .. }: PostedBy,
) -> Result<Response, AppError> {
    let (opened, material) = open(&app, &actor, &group, &material).await?;
    remove(
        &app,
        may_keep_materials(&opened.keep),
        material.id,
        ctx.now(),
    )
    .await?;
    Ok(said(&app, &opened, "material-deleted"))
}

/// To the list, saying what has been done.
pub(super) fn said(app: &Shared, opened: &Opened, code: &str) -> Response {
    go_saying(
        app,
        &format!("/staff/groups/{}/materials", opened.detail.group.id),
        code,
    )
}

async fn open(
    app: &Shared,
    actor: &std::sync::Arc<Actor>,
    group: &str,
    material: &str,
) -> Result<(Opened, Material), AppError> {
    let opened = open_group(app, actor, group).await?;
    let (id, group): (MaterialId, _) = (id_of(material)?, opened.detail.group.id);
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.one(store::FIND, &[&id, &group]).await }));
    Ok((opened, read.await.map_err(|error: DbError| error)?))
}
