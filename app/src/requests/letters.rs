//! Letters about requests: to whoever asks in their language, to the organisation in the language of the request.

use super::links::{self, Purpose};
use super::types::Request;
use crate::app::App;
use crate::i18n::Translator;
use crate::outbox::Letter;

/// Of whom it is asked.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub name: String,
    pub email: String,
    pub phone: String,
}

database::from_row!(Asked { name, email, phone });

/// A letter `requests-letter-<code>`, with what was said.
fn letter(app: &App, request: &Request, asked: &Asked, code: &str, said: Option<&str>) -> Letter {
    let t = Translator::new(request.lang());
    let say = |part: &str| {
        t.get(&format!("requests-letter-{code}-{part}"))
            .text("subject", &request.subject)
            .text("name", &request.name)
            .text("organisation", &asked.name)
            .to_string()
    };
    let mut paragraphs = vec![say("what")];
    paragraphs.extend(said.map(str::to_owned));
    paragraphs.push(say("next"));
    let contact = match asked.phone.as_str() {
        "" => format!("{}/contact", app.config.base_url),
        phone => format!("{}, {phone}", asked.name),
    };
    Letter {
        lang: request.lang(),
        subject: say("subject"),
        paragraphs,
        contact,
        ..Letter::default()
    }
}

/// To whoever asks: the link that confirms the address, or the one to the thread.
pub(super) fn to_asker(
    app: &App,
    request: &Request,
    asked: &Asked,
    code: &str,
    said: Option<&str>,
) -> Letter {
    let purpose = match code {
        "confirm" => Purpose::Confirm,
        _ => Purpose::Thread,
    };
    let key = format!("requests-letter-{code}-action");
    let words = Translator::new(request.lang()).get(&key);
    let address = format!(
        "{}{}",
        app.config.base_url,
        links::path(app, purpose, request.id)
    );
    Letter {
        sender: asked.name.clone(),
        action: Some((words.to_string(), address)),
        ..letter(app, request, asked, code, said)
    }
}

/// To the organisation: what was asked, and where it is answered.
pub(super) fn to_asked(app: &App, request: &Request, asked: &Asked, said: &str) -> Letter {
    let words = Translator::new(request.lang()).get("requests-letter-asked-action");
    let address = format!("{}/staff/requests/{}", app.config.base_url, request.id);
    Letter {
        action: Some((words.to_string(), address)),
        ..letter(app, request, asked, "asked", Some(said))
    }
}
