//! The contact page: telephone, address and hours of every training centre. E-mail addresses are shown after a press of a
//! button, which works without scripts and keeps programs that collect addresses away [A16].

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use database::{DbError, from_row};
use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::i18n::Translator;
use crate::organisations::{Tree, hours};
use crate::web::{AppError, Context, Page, Posted, show};

/// Columns of a [`Place`]; whoever is open, and then more conditions.
macro_rules! place {
    () => {
        "SELECT o.id, o.name, o.street, o.street_number, o.postal_code, o.post_office, o.city, o.phone, o.email, o.office_hours, \
         (o.kind IN ('training_centre', 'support_centre') OR EXISTS (SELECT 1 FROM roles r WHERE r.organisation_id = o.id \
         AND r.role = 'operator')) AS answers FROM organisations o WHERE o.closed_at IS NULL AND "
    };
}

database::statements! {
    /// Training centres and support centres that are not closed, and municipalities, with which letters about children end, where
    /// they can be called or written to; by name.
    pub LIST_CENTRES = concat!(place!(), "(o.kind IN ('training_centre', 'support_centre') OR o.kind = 'municipality' \
        AND (o.phone <> '' OR o.email <> '')) ORDER BY o.kind DESC, o.name, o.id");
    /// One organisation that is open.
    pub FIND_PLACE = concat!(place!(), "o.id = $1");
}

/// An organisation that one can call or visit, as `contact/parts.html` shows it.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) id: OrganisationId,
    pub(crate) name: String,
    pub(crate) street: String,
    pub(crate) street_number: String,
    pub(crate) postal_code: String,
    pub(crate) post_office: String,
    pub(crate) city: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) office_hours: String,
    /// Whether somebody reads what is written to it here.
    pub(crate) answers: bool,
}

from_row!(Place {
    id,
    name,
    street,
    street_number,
    postal_code,
    post_office,
    city,
    phone,
    email,
    office_hours,
    answers
});

impl Place {
    /// Street, number, postal code and town in one line.
    pub(crate) fn address(&self) -> String {
        crate::text::postal_line(
            (&self.street, &self.street_number),
            (&self.postal_code, &self.post_office),
            &self.city,
        )
    }

    /// Where a map shows the address. A link that people press: nothing is loaded from there.
    pub(crate) fn map(&self) -> String {
        let address = self.address();
        let query = utf8_percent_encode(&address, NON_ALPHANUMERIC);
        format!("https://www.openstreetmap.org/search?query={query}")
    }

    /// Whether this is the one whose e-mail address was asked for.
    fn is(&self, shown: Option<&OrganisationId>) -> bool {
        shown == Some(&self.id)
    }

    /// Its hours as they hold now, and whether it is open.
    fn opens(&mut self, t: Translator, tree: &Tree, now: Timestamp) {
        if let Some(organisation) = tree.find(self.id) {
            self.office_hours = hours::line(t, organisation, &self.office_hours, now);
        }
    }

    /// The number as a telephone dials it.
    pub(crate) fn dial(&self) -> String {
        self.phone
            .chars()
            .filter(|letter| letter.is_ascii_digit() || *letter == '+')
            .collect()
    }
}

/// How to reach an organisation; none when it is closed, or there is none.
pub(crate) async fn find(
    app: &Shared,
    ctx: &Context,
    id: OrganisationId,
) -> Result<Option<Place>, AppError> {
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.opt::<Place>(FIND_PLACE, &[&id]).await }));
    let mut found = read.await.map_err(|error: DbError| error)?;
    if let Some(place) = &mut found {
        place.opens(ctx.t(), &app.organisations.current(), ctx.now());
    }
    Ok(found)
}

#[derive(Template)]
#[template(path = "contact/page.html")]
struct Contact {
    page: Page,
    centres: Vec<Place>,
    /// The organisation whose e-mail address was asked for.
    shown: Option<OrganisationId>,
}

/// Routes of the page.
pub fn routes() -> Router<Shared> {
    Router::new().route("/contact", get(page).post(reveal))
}

async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    view(&app, &ctx, None).await
}

/// Nothing is changed: the answer is the page itself, with one address on it.
async fn reveal(
    State(app): State<Shared>,
    ctx: Context,
    posted: Posted,
) -> Result<Response, AppError> {
    view(&app, &ctx, posted.form.value("organisation").parse().ok()).await
}

async fn view(
    app: &Shared,
    ctx: &Context,
    shown: Option<OrganisationId>,
) -> Result<Response, AppError> {
    let mut centres = app
        .db
        .read(|tx| Box::pin(async move { tx.all::<Place>(LIST_CENTRES, &[]).await }))
        .await
        .map_err(|error: DbError| error)?;
    let tree = app.organisations.current();
    for centre in &mut centres {
        centre.opens(ctx.t(), &tree, ctx.now());
    }
    show(&Contact {
        page: ctx.page(ctx.t().get("contact-title")),
        centres,
        shown,
    })
}
