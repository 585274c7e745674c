//! The editor of an organisation's layout: one language at a time, with a picture of a specimen beside the form. The
//! button shows what is typed without keeping it; a save is a new version, and every version is a way back.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use data_encoding::BASE64;
use database::DbError;

use super::layout_form::{self, filled, read};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::certificates::actions::{LayoutError, save_layout, use_layout};
use crate::certificates::layout_store::{self as store, Kept, NamedLogo, Version};
use crate::certificates::layouts::{FIELDS, Layout, Ready, specimen};
use crate::certificates::permissions::{EditLayout, may_edit_layout};
use crate::certificates::{Certificate, CertificateId, CertificateState, PrintError};
use crate::enrolment::EnrolmentId;
use crate::forms::{FieldError, Form};
use crate::i18n::{Lang, Translator};
use crate::organisations::Organisation;
use crate::permit::Permit;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "certificates/editor.html")]
struct Editor {
    page: Page,
    form: Form,
    name: String,
    action: String,
    register: String,
    langs: Vec<Choice>,
    logos: Vec<(String, String)>,
    fields: String,
    /// A specimen as an SVG in base64; empty when it can not be printed.
    picture: String,
    versions: Vec<Line>,
    uses_standard: bool,
}

struct Choice {
    text: String,
    href: String,
    is_here: bool,
}

struct Line {
    version: i64,
    href: String,
    when: String,
    who: String,
    is_in_use: bool,
}

/// The organisation of an address, for those who may edit its layout, with all that it keeps.
pub(super) struct Opened {
    pub home: Organisation,
    pub logos: Vec<NamedLogo>,
    versions: Vec<Version>,
    in_use: Option<Kept>,
}

impl Opened {
    pub async fn read(app: &Shared, actor: &Actor, id: &str) -> Result<Self, AppError> {
        let id: OrganisationId = id_of(id)?;
        let tree = app.organisations.current();
        may_edit_layout(actor, &tree, id).ok_or(AppError::NotFound)?;
        let home = tree.find(id).cloned().ok_or(AppError::NotFound)?;
        let read = app.db.read(move |tx| {
            Box::pin(async move {
                let versions = tx.all(store::LIST_VERSIONS, &[&id]).await?;
                let logos = tx.all(store::LIST_LOGOS, &[&id]).await?;
                Ok::<_, DbError>((versions, logos, tx.opt(store::FIND_IN_USE, &[&id]).await?))
            })
        });
        let (versions, logos, in_use) = read.await?;
        Ok(Self {
            home,
            logos,
            versions,
            in_use,
        })
    }

    /// The permit to change something.
    pub fn permit(&self, app: &Shared, actor: &Actor) -> Result<Permit<EditLayout>, AppError> {
        let tree = app.organisations.current();
        may_edit_layout(actor, &tree, self.home.id).ok_or(AppError::NotFound)
    }

    pub fn address(&self) -> String {
        format!("/staff/certificates/layouts/{}", self.home.id)
    }

    /// The version with this number, the standard layout for 0; without a number the one in use.
    async fn version(&self, app: &Shared, number: Option<i64>) -> Result<(i64, Layout), AppError> {
        let in_use = self.in_use.as_ref();
        let number = number.unwrap_or_else(|| in_use.map_or(0, |kept| kept.version));
        if number == 0 {
            return Ok((0, Layout::default()));
        }
        let id = self.home.id;
        let read = app.db.read(move |tx| {
            Box::pin(async move { tx.one(store::FIND_VERSION, &[&id, &number]).await })
        });
        let kept: Kept = read.await.map_err(|error: DbError| error)?;
        Ok((kept.version, kept.layout))
    }

    fn last_version(&self) -> i64 {
        self.versions.first().map_or(0, |newest| newest.version)
    }

    async fn page(
        &self,
        app: &Shared,
        ctx: &Context,
        (lang, layout): (Lang, &Layout),
        form: Form,
    ) -> Result<Editor, AppError> {
        let (t, address) = (ctx.t(), self.address());
        let based_on = form.value("based_on").to_owned();
        let picture = match self.ready(app, layout).await {
            Ok(ready) => {
                let paper = self.specimen(ctx, lang, layout);
                let base_url = &app.config.base_url;
                app.printer.picture(&paper, Some(&ready), base_url).await
            }
            Err(error) => return Err(error.into()),
        };
        let in_use = self.in_use.as_ref().map(|kept| kept.version);
        let zone = &self.home.time_zone;
        Ok(Editor {
            page: ctx.page(t.get("certificates-layout-title")).dense(),
            name: self.home.name.clone(),
            register: format!("/staff/certificates?organisation={}", self.home.id),
            langs: Lang::ALL
                .iter()
                .map(|one| Choice {
                    text: t
                        .get(&format!("certificates-layout-in-{}", one.code()))
                        .to_string(),
                    href: format!("{address}?edit={}&version={based_on}", one.code()),
                    is_here: *one == lang,
                })
                .collect(),
            logos: self
                .logos
                .iter()
                .map(|logo| (logo.id.to_string(), logo.name.clone()))
                .collect(),
            fields: FIELDS.map(|field| format!("{{{field}}}")).join(", "),
            picture: picture.map_or_else(|_| String::new(), |svg| BASE64.encode(&svg)),
            versions: self
                .versions
                .iter()
                .map(|one| Line {
                    version: one.version,
                    href: format!("{address}?version={}", one.version),
                    when: t.date_time(one.saved_at, zone),
                    who: one.saved_by.clone(),
                    is_in_use: in_use == Some(one.version),
                })
                .collect(),
            uses_standard: in_use.is_none(),
            action: address,
            form,
        })
    }

    async fn ready(&self, app: &Shared, layout: &Layout) -> Result<Ready, DbError> {
        let layout = layout.clone();
        let read = app
            .db
            .read(move |tx| Box::pin(async move { Ready::load(tx, layout).await }));
        read.await
    }

    /// Nobody's certificate, to look at.
    pub fn specimen(&self, ctx: &Context, lang: Lang, layout: &Layout) -> Certificate {
        let home = &self.home;
        let day = ctx.now().to_zoned(home.time_zone.clone()).date();
        let place = if home.city.is_empty() {
            &home.name
        } else {
            &home.city
        };
        let mut snapshot = specimen(lang, &home.name, place, day);
        if !layout.signatory_name.is_empty() {
            snapshot.signatory_name.clone_from(&layout.signatory_name);
            snapshot.signatory_role.clone_from(&layout.signatory_role);
        }
        let number = Translator::new(lang).get("certificates-specimen-number");
        Certificate {
            id: CertificateId::new(0),
            number: "0-0-0".to_owned(),
            register_number: number.to_string(),
            organisation_id: home.id,
            enrolment_id: EnrolmentId::new(0),
            state: CertificateState::Issued,
            issued_at: ctx.now(),
            snapshot,
            code: "SPECIMEN".to_owned(),
            layout_id: None,
        }
    }

    /// Prints a specimen as it will be issued.
    pub async fn print(
        &self,
        app: &Shared,
        ctx: &Context,
        lang: Lang,
        ready: &Ready,
    ) -> Result<Vec<u8>, PrintError> {
        let paper = self.specimen(ctx, lang, &ready.layout);
        app.printer
            .print(&paper, Some(ready), &app.config.base_url)
            .await
    }

    /// The page with a form that was refused, or not kept.
    pub async fn show_again(
        &self,
        app: &Shared,
        ctx: &Context,
        form: Form,
    ) -> Result<Response, AppError> {
        let number = ctx
            .asked("version")
            .and_then(|version| version.parse().ok());
        let lang = layout_form::lang_of(ctx.asked("edit").as_deref(), ctx.lang());
        let (version, layout) = self.version(app, number).await?;
        let mut whole = filled(&layout, lang, version, self.last_version());
        for error in form.errors() {
            whole.refuse(error.clone());
        }
        let page = self.page(app, ctx, (lang, &layout), whole).await?;
        if form.is_fine() {
            show(&page)
        } else {
            show_refused(&page)
        }
    }
}

/// `GET /staff/certificates/layouts/{organisation}?edit=pl&version=3`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = Opened::read(&app, ctx.staff()?, &id).await?;
    opened.show_again(&app, &ctx, Form::new()).await
}

/// `POST /staff/certificates/layouts/{organisation}`: shows, keeps, or puts another version in use.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = Opened::read(&app, &actor, &id).await?;
    if form.value("do") == "use" {
        let permit = opened.permit(&app, &actor)?;
        return put_in_use(&app, &ctx, (&opened, permit), &form).await;
    }
    let lang = layout_form::lang_of(Some(form.value("edit")), ctx.lang());
    let based_on = form.value("based_on").parse().ok();
    let (_, base) = opened.version(&app, based_on).await?;
    let layout = read(&mut form, base.clone(), lang, &opened.logos);
    if !form.is_fine() {
        // What is refused is not drawn: the picture stays that of the version before.
        return show_refused(&opened.page(&app, &ctx, (lang, &base), form).await?);
    }
    let keeps = form.value("do") == "save";
    if !keeps && form.value("do") != "pdf" {
        return show(&opened.page(&app, &ctx, (lang, &layout), form).await?);
    }
    let ready = opened.ready(&app, &layout).await?;
    match opened.print(&app, &ctx, lang, &ready).await {
        Ok(pdf) if !keeps => {
            return Ok(([(CONTENT_TYPE, "application/pdf")], pdf).into_response());
        }
        Ok(_) => {}
        Err(PrintError::Press(_)) => {
            form.refuse(FieldError::new("", "layout_not_printed"));
            return show_refused(&opened.page(&app, &ctx, (lang, &base), form).await?);
        }
        Err(error) => return Err(error.into()),
    }
    let last = form.value("last").parse().unwrap_or(-1);
    let (now, kept) = (ctx.now(), layout.clone());
    let permit = opened.permit(&app, &actor)?;
    let work = app
        .db
        .write(move |tx| Box::pin(async move { save_layout(tx, &permit, last, &kept, now).await }));
    let refused = match work.await {
        Ok(_) => {
            let address = format!("{}?edit={}", opened.address(), lang.code());
            return Ok(go_saying(&app, &address, "certificates-layout-saved"));
        }
        Err(LayoutError::Database(error)) => return Err(error.into()),
        Err(LayoutError::ChangedMeanwhile) => FieldError::new("", "layout_changed"),
        Err(LayoutError::NoSuchLogo | LayoutError::TooManyLogos) => {
            FieldError::new("logo", "logo_gone")
        }
    };
    form.refuse(refused);
    show_refused(&opened.page(&app, &ctx, (lang, &layout), form).await?)
}

async fn put_in_use(
    app: &Shared,
    ctx: &Context,
    (opened, permit): (&Opened, Permit<EditLayout>),
    form: &Form,
) -> Result<Response, AppError> {
    let version = match form.value("use") {
        "standard" => None,
        number => Some(id_of(number)?),
    };
    let (now, address) = (ctx.now(), opened.address());
    let work = app
        .db
        .write(move |tx| Box::pin(async move { use_layout(tx, &permit, version, now).await }));
    match work.await {
        Ok(()) => Ok(go_saying(app, &address, "certificates-layout-used")),
        Err(LayoutError::Database(error)) => Err(error.into()),
        Err(_) => Err(AppError::NotFound),
    }
}
