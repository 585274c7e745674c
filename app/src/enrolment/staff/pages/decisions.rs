//! Confirming an application; refusing one, cancelling an enrolment, and looking at the whole address of somebody, with a
//! reason that the person reads.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::super::{Opened, Participant, open_enrolment};
use crate::app::Shared;
use crate::enrolment::actions::{self, DecideError};
use crate::enrolment::reasons::{OF_CANCELLING, OF_LOOKING_UP, OF_REFUSAL, Reason};
use crate::enrolment::{Enrolment, EnrolmentId, duplicates};
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::text::{clean_email, clean_text};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "staff/decide.html")]
struct Decision {
    page: Page,
    form: Form,
    group: (String, String),
    list: String,
    back: String,
    action: String,
    about: String,
    templates: Vec<(String, String)>,
    button: String,
    kind: &'static str,
    /// Whether an account can be named that is to be used instead.
    names_account: bool,
}

#[derive(Template)]
#[template(path = "staff/address.html")]
struct Address {
    page: Page,
    group: (String, String),
    list: String,
    back: String,
    whole: String,
}

/// Which decision a page is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Refuse,
    Cancel,
    Address,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Refuse => "refuse",
            Self::Cancel => "cancel",
            Self::Address => "address",
        }
    }

    fn templates(self) -> &'static [&'static str] {
        match self {
            Self::Refuse => OF_REFUSAL,
            Self::Cancel => OF_CANCELLING,
            Self::Address => OF_LOOKING_UP,
        }
    }

    /// The templates to choose from, with their words.
    pub(super) fn reasons(self, t: Translator) -> Vec<(String, String)> {
        let say = |code: &&str| t.get(&format!("enrolment-reason-{code}")).to_string();
        let codes = self.templates().iter();
        codes.map(|code| ((*code).to_owned(), say(code))).collect()
    }
}

/// Address of a group's list.
pub(super) fn list_of(opened: &Opened) -> String {
    format!("/staff/groups/{}/participants", opened.detail.group.id)
}

/// Address and title of a group, for the way back.
pub(super) fn group_of(opened: &Opened) -> (String, String) {
    (
        format!("/staff/groups/{}", opened.detail.group.id),
        opened.detail.course.title.clone(),
    )
}

/// Given name and surname.
pub(super) fn name_of(who: &Participant) -> String {
    format!("{} {}", who.given_name, who.surname)
}

/// POST /staff/enrolments/{enrolment}/confirm
pub(super) async fn confirm(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let now = context.now();
    let (opened, one, _) = open_enrolment(&app, &actor, &id, now).await?;
    let permit = opened.deciding()?;
    if !form.is_fine() {
        return Ok(go_saying(&app, &list_of(&opened), "staff-look-again"));
    }
    let said = match actions::confirm(&app, permit, one.id, now).await {
        Ok(()) => "staff-confirmed",
        Err(DecideError::Decided) => "staff-decided-before",
        Err(DecideError::Unconfirmed) => "staff-child-unconfirmed",
        Err(DecideError::Database(error)) => return Err(error.into()),
    };
    Ok(go_saying(&app, &list_of(&opened), said))
}

/// GET /staff/enrolments/{enrolment}/refuse
pub(super) async fn ask_to_refuse(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    ask(&app, &context, &id, Kind::Refuse).await
}

/// GET /staff/enrolments/{enrolment}/cancel
pub(super) async fn ask_to_cancel(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    ask(&app, &context, &id, Kind::Cancel).await
}

/// POST /staff/enrolments/{enrolment}/refuse
pub(super) async fn refuse(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    end(&app, &context, &id, posted, Kind::Refuse).await
}

/// POST /staff/enrolments/{enrolment}/cancel
pub(super) async fn cancel(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    end(&app, &context, &id, posted, Kind::Cancel).await
}

/// GET /staff/enrolments/{enrolment}/address
pub(super) async fn ask_for_address(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    ask(&app, &context, &id, Kind::Address).await
}

/// POST /staff/enrolments/{enrolment}/address: the one page that shows it.
pub(super) async fn show_address(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    end(&app, &context, &id, posted, Kind::Address).await
}

async fn ask(app: &Shared, context: &Context, id: &str, kind: Kind) -> Result<Response, AppError> {
    let (opened, one, who) = open_enrolment(app, context.staff()?, id, context.now()).await?;
    opened.deciding()?;
    show(&page(context, &opened, (&one, &who), kind, Form::new()))
}

fn page(
    context: &Context,
    opened: &Opened,
    (one, who): (&Enrolment, &Participant),
    kind: Kind,
    form: Form,
) -> Decision {
    let (t, name) = (context.t(), kind.name());
    let say = |key: String| t.get(&key).text("name", name_of(who)).to_string();
    Decision {
        page: context.page(say(format!("staff-{name}-one-title"))).dense(),
        group: group_of(opened),
        list: list_of(opened),
        back: format!("/staff/enrolments/{}", one.id),
        action: format!("/staff/enrolments/{}/{name}", one.id),
        about: t.get(&format!("staff-{name}-one-about")).to_string(),
        templates: kind.reasons(t),
        button: t.get(&format!("staff-deed-{name}")).to_string(),
        kind: if kind == Kind::Address { "" } else { "danger" },
        names_account: kind == Kind::Cancel,
        form,
    }
}

/// The reason as chosen and typed; without one nothing is done.
pub(super) fn read(form: &mut Form, kind: Kind) -> Option<Reason> {
    let words = clean_text(form.value("words"), 1_000);
    match words {
        Ok(words) => {
            let reason = Reason::new(kind.templates(), form.value("template"), &words);
            if reason.is_none() {
                form.refuse(FieldError::new("template", "reason_required"));
            }
            reason
        }
        Err(problem) => {
            form.refuse(problem.on("words"));
            None
        }
    }
}

/// The reason that names the account to use instead, where one was typed for a duplicate.
async fn instead(
    app: &Shared,
    form: &mut Form,
    kind: Kind,
    opened: &Opened,
) -> Result<Option<Reason>, AppError> {
    let typed = form.value("account").trim();
    if kind != Kind::Cancel || form.value("template") != "duplicate" || typed.is_empty() {
        return Ok(None);
    }
    let email = match clean_email(typed) {
        Ok(email) => email.typed,
        Err(problem) => {
            form.refuse(problem.on("account"));
            return Ok(None);
        }
    };
    let (own, organisation) = (app.clone(), opened.detail.organisation.id);
    let read = app.db.read(move |tx| {
        Box::pin(async move { duplicates::reason(tx, &own, organisation, &email).await })
    });
    Ok(Some(read.await.map_err(|error: DbError| error)?))
}

async fn end(
    app: &Shared,
    context: &Context,
    id: &str,
    PostedBy { actor, mut form }: PostedBy,
    kind: Kind,
) -> Result<Response, AppError> {
    let now = context.now();
    let (opened, one, who) = open_enrolment(app, &actor, id, now).await?;
    let permit = opened.deciding()?;
    let reason = match instead(app, &mut form, kind, &opened).await? {
        Some(reason) => Some(reason),
        None => read(&mut form, kind),
    };
    let reason = reason.filter(|_| form.is_fine());
    let Some(reason) = reason else {
        return show_refused(&page(context, &opened, (&one, &who), kind, form));
    };
    let id: EnrolmentId = one.id;
    let (done, said) = match kind {
        Kind::Refuse => {
            let done = actions::refuse(app, permit, id, &reason, now).await;
            (done, "staff-refused")
        }
        Kind::Cancel => {
            let done = actions::cancel(app, permit, id, &reason, now).await;
            (done, "staff-cancelled-one")
        }
        Kind::Address => {
            let address = actions::show_address(app, permit, id, &reason, now).await?;
            let title = context.t().get("staff-address-title");
            return show(&Address {
                page: context.page(title.text("name", name_of(&who))).dense(),
                group: group_of(&opened),
                list: list_of(&opened),
                back: format!("/staff/enrolments/{id}"),
                whole: address,
            });
        }
    };
    match done {
        Ok(()) => Ok(go_saying(app, &list_of(&opened), said)),
        Err(DecideError::Decided | DecideError::Unconfirmed) => {
            Ok(go_saying(app, &list_of(&opened), "staff-decided-before"))
        }
        Err(DecideError::Database(error)) => Err(error.into()),
    }
}
