//! `/styleguide`, in the demo only: every component in every state.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;

use super::{AppError, Context, Page, show};
use crate::app::Shared;
use crate::forms::{FieldError, Form};

#[derive(Template)]
#[template(path = "styleguide.html")]
struct StyleGuide {
    page: Page,
    /// Fields of both sides.
    form: Form,
    /// The errors of one side, for the summary.
    refused: Form,
}

/// The route of the style guide.
pub fn routes() -> Router<Shared> {
    Router::new().route("/styleguide", get(style_guide))
}

async fn style_guide(context: Context) -> Result<Response, AppError> {
    let mut form = filled();
    let mut refused = Form::new();
    for error in errors() {
        if !error.field.starts_with("dark_") {
            refused.refuse(error.clone());
        }
        form.refuse(error);
    }
    let page = context.page(context.t().get("web-sample-title"));
    show(&StyleGuide {
        page,
        form,
        refused,
    })
}

/// What was typed: names ending in `_fine` hold something right, the others something that is refused.
fn filled() -> Form {
    let values = [
        ("email_fine", "anna@szkola.example"),
        ("email", "anna@szkola"),
        ("mode_fine", "online"),
        ("note_fine", "Dzień dobry,\nспасибо!"),
        ("payer_fine", "self"),
        ("terms_fine", "yes"),
        ("born_fine_day", "14"),
        ("born_fine_month", "3"),
        ("born_fine_year", "1985"),
        ("born_day", "31"),
        ("born_month", "2"),
        ("born_year", "1985"),
    ];
    values.iter().fold(Form::new(), |form, (name, value)| {
        form.with(name, value).with(&format!("dark_{name}"), value)
    })
}

fn errors() -> Vec<FieldError> {
    [
        ("email", "dark_email", "email"),
        ("mode", "dark_mode", "choose"),
        ("note", "dark_note", "required"),
        ("payer", "dark_payer", "choose"),
        ("terms", "dark_terms", "required"),
        ("born", "dark_born", "date_not_real"),
        ("file", "dark_file", "required"),
    ]
    .iter()
    .flat_map(|(light, dark, code)| [FieldError::new(light, code), FieldError::new(dark, code)])
    .collect()
}
