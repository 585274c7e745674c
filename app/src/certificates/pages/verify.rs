//! The public check: whether a certificate is valid, its number, title and date; the name only when it is typed in.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use certificate_press::code;
use database::DbError;

use crate::app::Shared;
use crate::certificates::rules::{Typed, is_held_by, read_number};
use crate::certificates::{Certificate, CertificateState, signing, store};
use crate::forms::{FieldError, Form};
use crate::text::clean_line;
use crate::web::{AppError, Context, Page, Posted, go, show, show_refused};

/// Characters of a typed name.
const LONGEST_NAME: usize = 300;

/// Where somebody may want to look next.
struct Found {
    number: String,
    organisation: String,
    title: String,
}

#[derive(askama::Template)]
#[template(path = "certificates/verify.html")]
struct FormPage {
    page: Page,
    form: Form,
    key: String,
    /// Certificates of several organisations that have the number typed.
    found: Vec<Found>,
}

#[derive(askama::Template)]
#[template(path = "certificates/unknown.html")]
struct UnknownPage {
    page: Page,
    typed: String,
}

#[derive(askama::Template)]
#[template(path = "certificates/checked.html")]
struct CheckedPage {
    page: Page,
    form: Form,
    certificate: Certificate,
    issued_on: String,
    /// Whether the signature of the QR's code fits; none without a code.
    signature_fits: Option<bool>,
    /// Whether it was issued to the name typed; none when none was typed.
    name_fits: Option<bool>,
}

impl CheckedPage {
    fn is_valid(&self) -> bool {
        self.certificate.state == CertificateState::Issued
    }

    fn is_replaced(&self) -> bool {
        self.certificate.state == CertificateState::Reissued
    }
}

/// `GET /verify`
pub(super) async fn form(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let Some(number) = ctx.asked("number") else {
        return show(&form_page(&app, &ctx, Form::new(), Vec::new()));
    };
    match read_number(&number) {
        Typed::Public(number) => Ok(go(&format!("/verify/{number}"))),
        Typed::Register(register_number) => {
            let found = list(&app, register_number.clone()).await?;
            match found.as_slice() {
                [] => show_unknown(&ctx, &register_number),
                [only] => Ok(go(&format!("/verify/{}", only.number))),
                _ => {
                    let form = Form::new().with("number", register_number);
                    let found = found.into_iter().map(|one| Found {
                        number: one.number,
                        organisation: one.snapshot.organisation,
                        title: one.snapshot.title,
                    });
                    show(&form_page(&app, &ctx, form, found.collect()))
                }
            }
        }
        Typed::Unknown => {
            let mut form = Form::new().with("number", number);
            form.refuse(FieldError::new("number", "certificate_number"));
            show_refused(&form_page(&app, &ctx, form, Vec::new()))
        }
    }
}

/// `GET /verify/key`: the public key, for checks without a network.
pub(super) async fn key(State(app): State<Shared>) -> Response {
    let text = format!("{}\n", signing::public_key_text(&app.key));
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// `GET /verify/{number}`, with `?c=` from the QR.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(number): Path<String>,
) -> Result<Response, AppError> {
    let Some(certificate) = find(&app, &number).await? else {
        return show_unknown(&ctx, &number);
    };
    let fits = ctx
        .asked("c")
        .map(|code| signature_fits(&app, &certificate, &code));
    show(&checked_page(&ctx, certificate, Form::new(), fits))
}

/// `POST /verify/{number}`: was it issued to this name? The name is neither kept nor logged, and not in the address.
pub(super) async fn check_name(
    State(app): State<Shared>,
    ctx: Context,
    Path(number): Path<String>,
    Posted { mut form }: Posted,
) -> Result<Response, AppError> {
    let Some(certificate) = find(&app, &number).await? else {
        return show_unknown(&ctx, &number);
    };
    app.limits.name_check(ctx.client(), &certificate.number)?;
    let name = clean_line(form.value("name"), LONGEST_NAME);
    match name {
        Ok(name) if !name.is_empty() => {
            let fits = is_held_by(&certificate.snapshot, &name);
            let mut page = checked_page(&ctx, certificate, form, None);
            page.name_fits = Some(fits);
            show(&page)
        }
        Ok(_) => {
            form.refuse(FieldError::new("name", "required"));
            show_refused(&checked_page(&ctx, certificate, form, None))
        }
        Err(problem) => {
            form.refuse(problem.on("name"));
            show_refused(&checked_page(&ctx, certificate, form, None))
        }
    }
}

fn signature_fits(app: &Shared, certificate: &Certificate, code: &str) -> bool {
    let key = signing::signing_key(&app.key).verifying_key();
    code::verify(&key, code).is_ok_and(|claims| {
        claims.number() == certificate.register_number
            && claims.organisation() == certificate.organisation_id.get()
            && claims.issued_on() == certificate.snapshot.issued_on
    })
}

async fn find(app: &Shared, number: &str) -> Result<Option<Certificate>, AppError> {
    let Typed::Public(number) = read_number(number) else {
        return Ok(None);
    };
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.opt(store::FIND_BY_NUMBER, &[&number]).await }));
    Ok(read.await.map_err(|error: DbError| error)?)
}

async fn list(app: &Shared, register_number: String) -> Result<Vec<Certificate>, AppError> {
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            tx.all(store::LIST_BY_REGISTER_NUMBER, &[&register_number])
                .await
        })
    });
    Ok(read.await.map_err(|error: DbError| error)?)
}

fn form_page(app: &Shared, ctx: &Context, form: Form, found: Vec<Found>) -> FormPage {
    FormPage {
        page: ctx.page(ctx.t().get("certificates-verify-title")),
        form,
        key: signing::public_key_text(&app.key),
        found,
    }
}

fn checked_page(
    ctx: &Context,
    certificate: Certificate,
    form: Form,
    signature_fits: Option<bool>,
) -> CheckedPage {
    let t = ctx.t();
    let title = t
        .get("certificates-checked-title")
        .text("number", &certificate.register_number);
    CheckedPage {
        page: ctx.page(title),
        form,
        issued_on: t.date(certificate.snapshot.issued_on),
        certificate,
        signature_fits,
        name_fits: None,
    }
}

/// A number that nobody has: status 404, on a page that says what may be wrong with it.
fn show_unknown(ctx: &Context, typed: &str) -> Result<Response, AppError> {
    let title = ctx.t().get("certificates-unknown-title");
    let page = show(&UnknownPage {
        page: ctx.page(title),
        typed: typed.chars().take(60).collect(),
    })?;
    Ok((StatusCode::NOT_FOUND, page).into_response())
}
