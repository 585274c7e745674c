//! All certificates of a group, or those that are chosen, in one file. They are printed one after the other while the file is being sent, so that a
//! large group takes no more memory than a small one; one group at a time.

use std::convert::Infallible;
use std::io::{self, Write};
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

use askama::Template;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use futures_util::{StreamExt, stream};
use tokio::sync::OwnedSemaphorePermit;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use super::download::layout_of;
use crate::app::Shared;
use crate::audit;
use crate::certificates::actions::{Without, without_certificate};
use crate::certificates::layouts::Ready;
use crate::certificates::permissions::may_see;
use crate::certificates::{Certificate, LayoutId, store};
use crate::enrolment::staff::{Opened, open_group};
use crate::i18n::Translator;
use crate::staff_tables::bulk::Chosen;
use crate::staff_tables::views::{GROUP_CERTIFICATES, kept};
use crate::staff_tables::{Bar, Cell, Column, Listing, Row, Table, Taken};
use crate::tables::write_csv;
use crate::web::{AppError, Context, Page, PostedBy, ZIP, download, go_saying, show};

/// Lines of one page.
const PER_PAGE: usize = 500;

#[derive(Template)]
#[template(path = "certificates/batch.html")]
struct Batch {
    page: Page,
    group: String,
    title: String,
    sum: String,
    list: Listing,
    /// Who has none: id, name, what is missing.
    without: Vec<(String, String, String)>,
}

/// What somebody's certificate waits for.
fn waits_for(t: Translator, one: &Without) -> String {
    if one.is_revoked {
        return t.get("certificates-badge-revoked").to_string();
    }
    let mut parts: Vec<&str> = one.gate.missing().iter().map(|part| part.code()).collect();
    if !one.lacks.is_empty() {
        parts.push("profile");
    }
    let words = parts
        .iter()
        .map(|part| t.get(&format!("certificates-what-{part}")).to_string());
    match words.collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => t.get("certificates-soon").to_string(),
        words => words,
    }
}

/// The group and the certificates that hold in it; the look leaves a trace. Trainers do not see them.
async fn open(
    app: &Shared,
    ctx: &Context,
    id: &str,
    action: &'static str,
) -> Result<(Opened, Vec<Certificate>, i64), AppError> {
    let actor = ctx.staff()?;
    let opened = open_group(app, actor, id).await?;
    opened.deciding()?;
    let (group, organisation) = (opened.detail.group.id, opened.detail.organisation.id);
    let (by, now) = (actor.account_id, ctx.now());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let completed: i64 = tx.one(store::COUNT_COMPLETED, &[&group]).await?;
            let list: Vec<Certificate> = tx.all(store::LIST_OF_GROUP, &[&group]).await?;
            audit::Entry {
                organisation_id: Some(organisation),
                ..audit::Entry::new(now, by, action, "group", group.get())
            }
            .write_with_rows(tx, list.len())
            .await?;
            Ok((list, completed))
        })
    });
    let (list, completed): (Vec<Certificate>, i64) = work.await.map_err(|error: DbError| error)?;
    let tree = app.organisations.current();
    let seen = list.into_iter().filter(|one| may_see(actor, &tree, one));
    Ok((opened, seen.collect(), completed))
}

/// `GET /staff/groups/{group}/certificates`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let action = Taken::action(&ctx, "certificate.look_up", "certificate.download_register");
    let (opened, list, completed) = open(&app, &ctx, &id, action).await?;
    let (t, group) = (ctx.t(), opened.detail.group.id);
    let (home, now) = (app.clone(), ctx.now());
    let read = app
        .db
        .read(move |tx| Box::pin(async move { without_certificate(tx, &home, group, now).await }));
    let without = read.await.map_err(|error: DbError| error)?;
    let row = |one: &Certificate| {
        let cells = vec![
            Cell::new(&one.register_number).to(format!("/staff/certificates/{}.pdf", one.id)),
            Cell::new(format!(
                "{} {}",
                one.snapshot.surname, one.snapshot.given_name
            ))
            .to(format!("/staff/enrolments/{}", one.enrolment_id)),
            Cell::day(t, one.snapshot.issued_on),
        ];
        Row::new(one.id, cells)
    };
    let columns = vec![
        Column::new(t.get("certificates-column-number")),
        Column::new(t.get("certificates-register-person")).by("name"),
        Column::new(t.get("certificates-column-issued")).by("issued"),
    ];
    let title = t.get("certificates-batch-title");
    let rows = list.iter().map(row);
    let table = Table::new(format!("certificates-of-{group}"), &title, columns, rows);
    let shown = Listing::found(&ctx, table, PER_PAGE);
    if let Some(file) = shown.file(&ctx)? {
        return Ok(file);
    }
    let archive = format!("/staff/groups/{group}/certificates.zip");
    let bar = Bar::new("bulk", &archive, t, &["zip"]);
    show(&Batch {
        page: ctx.page(title).dense(),
        group: format!("/staff/groups/{group}"),
        title: opened.detail.course.title.clone(),
        sum: t
            .get("certificates-batch-sum")
            .int("count", list.len())
            .int("completed", completed)
            .to_string(),
        list: shown
            .bar(bar)
            .kept(kept(&app, &ctx, GROUP_CERTIFICATES).await?),
        without: without
            .iter()
            .map(|one| {
                let id = one.enrolment_id.to_string();
                (id, one.name.clone(), waits_for(t, one))
            })
            .collect(),
    })
}

/// `GET /staff/groups/{group}/certificates.zip`
pub(super) async fn zip(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (opened, list, _) = open(&app, &ctx, &id, "certificate.download_group").await?;
    send(app, &ctx, &opened, list)
}

/// `POST /staff/groups/{group}/certificates.zip`: those of the rows that are chosen.
pub(super) async fn zip_chosen(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { form, .. }: PostedBy,
) -> Result<Response, AppError> {
    let chosen = Chosen::of(&form)?;
    let (opened, mut list, _) = open(&app, &ctx, &id, "certificate.download_group").await?;
    if chosen.ids.is_empty() {
        let page = format!("/staff/groups/{}/certificates", opened.detail.group.id);
        return Ok(go_saying(&app, &page, "lists-none-chosen"));
    }
    list.retain(|one| chosen.ids.contains(&one.id.get()));
    send(app, &ctx, &opened, list)
}

fn send(
    app: Shared,
    ctx: &Context,
    opened: &Opened,
    list: Vec<Certificate>,
) -> Result<Response, AppError> {
    let group = opened.detail.group.id;
    if list.is_empty() {
        return Err(AppError::NotFound);
    }
    let Some(turn) = app.printer.begin_batch() else {
        let page = format!("/staff/groups/{group}/certificates");
        return Ok(go_saying(&app, &page, "certificates-batch-busy"));
    };
    let name = format!("certificates-{group}.zip");
    let parcel = Parcel::new(app, ctx.t(), list, turn);
    let pieces = stream::unfold(parcel, async |mut parcel| {
        let piece = parcel.next().await?;
        Some((Ok::<_, Infallible>(piece), parcel))
    });
    // Whoever packs the answer for the browser asks once more after the end.
    Ok(download(ZIP, &name, Body::from_stream(pieces.fuse())))
}

/// What the archive writes, until it is sent.
#[derive(Clone, Default)]
struct Tray(Arc<Mutex<Vec<u8>>>);

impl Tray {
    fn take(&self) -> Bytes {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        mem::take(&mut *held).into()
    }
}

impl Write for Tray {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An archive on its way: each piece is one certificate, the last one the list of what is inside.
struct Parcel {
    app: Shared,
    t: Translator,
    waiting: std::vec::IntoIter<Certificate>,
    /// The layout of the certificate before: mostly all of a group have the same.
    layout: (Option<LayoutId>, Option<Ready>),
    /// None once it is closed.
    archive: Option<ZipWriter<StreamWriter<Tray>>>,
    tray: Tray,
    /// The list: number, surname, given name, file.
    contents: Vec<[String; 4]>,
    _turn: OwnedSemaphorePermit,
}

impl Parcel {
    fn new(app: Shared, t: Translator, list: Vec<Certificate>, turn: OwnedSemaphorePermit) -> Self {
        let tray = Tray::default();
        let heads = ["number", "surname", "given-name", "file"];
        let heads = heads.map(|code| t.get(&format!("certificates-column-{code}")).to_string());
        Self {
            app,
            t,
            waiting: list.into_iter(),
            layout: (None, None),
            archive: Some(ZipWriter::new_stream(tray.clone())),
            tray,
            contents: vec![heads],
            _turn: turn,
        }
    }

    async fn next(&mut self) -> Option<Bytes> {
        let done = match self.waiting.next() {
            Some(certificate) => self.add(&certificate).await,
            None => self.close()?,
        };
        if let Err(error) = done {
            // The archive stays without its end, which every program that opens it says.
            tracing::error!(%error, "an archive of certificates was not finished");
            self.archive = None;
            self.waiting = Vec::new().into_iter();
        }
        Some(self.tray.take())
    }

    /// The next certificate; one that can not be printed is named in the list, and the others still come.
    async fn add(&mut self, one: &Certificate) -> io::Result<()> {
        let snapshot = &one.snapshot;
        if self.layout.0 != one.layout_id {
            let found = layout_of(&self.app, one).await.map_err(io::Error::other)?;
            self.layout = (one.layout_id, found);
        }
        let (layout, base_url) = (self.layout.1.as_ref(), &self.app.config.base_url);
        let printed = self.app.printer.print(one, layout, base_url).await;
        let file = match printed {
            Ok(pdf) => {
                let file = format!("{}.pdf", one.number);
                self.put(&file, &pdf)?;
                file
            }
            Err(_) => self.t.get("certificates-batch-not-printed").to_string(),
        };
        self.contents.push([
            one.register_number.clone(),
            snapshot.surname.clone(),
            snapshot.given_name.clone(),
            file,
        ]);
        Ok(())
    }

    /// The list and the archive's own end; nothing when it is closed.
    fn close(&mut self) -> Option<io::Result<()>> {
        self.archive.as_ref()?;
        let contents = write_csv(mem::take(&mut self.contents));
        let put = self.put("list.csv", contents.as_bytes());
        let archive = self.archive.take()?;
        Some(put.and_then(|()| Ok(archive.finish().map(drop)?)))
    }

    /// PDFs are packed already.
    fn put(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        if let Some(archive) = &mut self.archive {
            archive.start_file(name, options)?;
            archive.write_all(bytes)?;
        }
        Ok(())
    }
}
