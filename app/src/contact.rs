//! The contact page: telephone, address and hours of every training centre. E-mail addresses are shown after a press of a
//! button, which works without scripts and keeps programs that collect addresses away [A16].

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use database::{DbError, from_row};

use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::web::{AppError, Context, Page, Posted, show};

database::statements! {
    /// Training centres that are open, by name.
    pub LIST_CENTRES = "SELECT id, name, street, street_number, postal_code, post_office, city, phone, email, office_hours \
        FROM organisations WHERE kind = 'training_centre' AND closed_at IS NULL ORDER BY name, id";
}

/// An organisation that one can call or visit.
#[derive(Debug)]
struct Centre {
    id: OrganisationId,
    name: String,
    street: String,
    street_number: String,
    postal_code: String,
    post_office: String,
    city: String,
    phone: String,
    email: String,
    office_hours: String,
}

from_row!(Centre {
    id,
    name,
    street,
    street_number,
    postal_code,
    post_office,
    city,
    phone,
    email,
    office_hours
});

impl Centre {
    fn address(&self) -> String {
        crate::text::postal_line(
            (&self.street, &self.street_number),
            (&self.postal_code, &self.post_office),
            &self.city,
        )
    }

    /// Whether this is the one whose e-mail address was asked for.
    fn is(&self, shown: Option<&OrganisationId>) -> bool {
        shown == Some(&self.id)
    }

    /// The number as a telephone dials it.
    fn dial(&self) -> String {
        self.phone
            .chars()
            .filter(|letter| letter.is_ascii_digit() || *letter == '+')
            .collect()
    }
}

#[derive(Template)]
#[template(path = "contact/page.html")]
struct Contact {
    page: Page,
    centres: Vec<Centre>,
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
    let centres = app
        .db
        .read(|tx| Box::pin(async move { tx.all::<Centre>(LIST_CENTRES, &[]).await }))
        .await
        .map_err(|error: DbError| error)?;
    show(&Contact {
        page: ctx.page(ctx.t().get("contact-title")),
        centres,
        shown,
    })
}
