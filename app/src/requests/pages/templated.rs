//! An answer that begins with a template.

use jiff::Timestamp;

use super::message;
use super::staff::Found;
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::organisations::hours::week_line;
use crate::requests::templates::Template;
use crate::requests::templates::rules::{GAP, fill};
use crate::web::Context;

/// The templates for a request: of its kind, of its organisation and those above.
pub(super) fn offered<'a>(tree: &Tree, found: &'a Found) -> Vec<&'a Template> {
    let request = &found.request;
    let is_near = |home: OrganisationId| tree.is_within(request.organisation_id, home);
    let all = found.templates.iter();
    all.filter(|one| one.is_for(request.kind) && one.organisation_id.is_none_or(is_near))
        .collect()
}

/// What the fields of a template stand for, in the language of whoever asks.
fn values(app: &Shared, found: &Found, now: Timestamp) -> Vec<(&'static str, String)> {
    let (request, tree) = (&found.request, app.organisations.current());
    let t = Translator::new(request.lang());
    let hours = tree.find(request.organisation_id);
    let hours = hours.map_or_else(String::new, |home| week_line(t, home, now));
    vec![
        ("name", request.name.clone()),
        ("child", found.tools.child.clone().unwrap_or_default()),
        ("organisation", found.asked.name.clone()),
        ("phone", found.asked.phone.clone()),
        ("hours", hours),
        ("number", request.id.to_string()),
    ]
}

/// The form with the words of the template that `?template=` names, and what it lacks; others say nothing.
pub(super) fn with_template(app: &Shared, ctx: &Context, found: &Found) -> (Form, Option<String>) {
    let form = Form::new();
    let (tree, asked) = (app.organisations.current(), ctx.asked("template"));
    let offered = offered(&tree, found);
    let chosen = offered
        .into_iter()
        .find(|one| Some(one.id.to_string()) == asked);
    let Some(chosen) = chosen else {
        return (form, None);
    };
    let values = values(app, found, ctx.now());
    let (text, missing) = fill(chosen.text(found.request.lang()), &values);
    let word = |field: &&str| {
        ctx.t()
            .get(&format!("requests-template-field-{field}"))
            .to_string()
    };
    let missing: Vec<String> = missing.iter().map(word).collect();
    let form = form
        .with("message", text)
        .with("template", chosen.id.to_string());
    (
        form,
        Some(missing.join(", ")).filter(|words| !words.is_empty()),
    )
}

/// An answer without a gap that a template left: nobody sends that.
pub(super) fn whole(form: &mut Form) -> Option<String> {
    let text = message(form)?;
    if text.contains(GAP) {
        form.refuse(FieldError::new("message", "template_gap"));
        return None;
    }
    Some(text)
}
