//! Letters about requests: to whoever asks in their language, to the organisation in the language of the request.

use super::links::{self, Purpose};
use super::types::Request;
use crate::app::App;
use crate::letters::Piece::{Block, Button, Say};
use crate::letters::{Kind, Texts, Topic, Values};
use crate::outbox::Letter;

const VALUES: &[&str] = &["subject", "name", "organisation"];
const MESSAGE: crate::letters::Piece = Block("message", "letter-texts-sample-message");

/// The kinds of letters about requests, in the order in which they are listed.
pub static ALL: [&Kind; 6] = [&CONFIRM, &OPENED, &ANSWERED, &ESCALATED, &CLOSED, &ASKED];

/// To whoever asks: the link that confirms the address.
pub static CONFIRM: Kind = Kind::new(
    "requests-confirm",
    Topic::Requests,
    "requests-letter-confirm-subject",
    VALUES,
    &[
        Say("requests-letter-confirm-what"),
        Say("requests-letter-confirm-next"),
        Button("requests-letter-confirm-action"),
    ],
);

/// To whoever asks: it has come in.
pub static OPENED: Kind = Kind::new(
    "requests-opened",
    Topic::Requests,
    "requests-letter-opened-subject",
    VALUES,
    &[
        Say("requests-letter-opened-what"),
        MESSAGE,
        Say("requests-letter-opened-next"),
        Button("requests-letter-opened-action"),
    ],
);

/// To whoever asks: the answer.
pub static ANSWERED: Kind = Kind::new(
    "requests-answered",
    Topic::Requests,
    "requests-letter-answered-subject",
    VALUES,
    &[
        Say("requests-letter-answered-what"),
        MESSAGE,
        Say("requests-letter-answered-next"),
        Button("requests-letter-answered-action"),
    ],
);

/// To whoever asks: who deals with it now, and what was tried before.
pub static ESCALATED: Kind = Kind::new(
    "requests-escalated",
    Topic::Requests,
    "requests-letter-escalated-subject",
    VALUES,
    &[
        Say("requests-letter-escalated-what"),
        MESSAGE,
        Say("requests-letter-escalated-next"),
        Button("requests-letter-escalated-action"),
    ],
);

/// To whoever asks: the matter is closed.
pub static CLOSED: Kind = Kind::new(
    "requests-closed",
    Topic::Requests,
    "requests-letter-closed-subject",
    VALUES,
    &[
        Say("requests-letter-closed-what"),
        Say("requests-letter-closed-next"),
        Button("requests-letter-closed-action"),
    ],
);

/// To the organisation: what was asked, and where it is answered.
pub static ASKED: Kind = Kind::needing(
    &["name"],
    "requests-asked",
    Topic::Requests,
    "requests-letter-asked-subject",
    VALUES,
    &[
        Say("requests-letter-asked-what"),
        MESSAGE,
        Say("requests-letter-asked-next"),
        Button("requests-letter-asked-action"),
    ],
);

/// Of whom it is asked.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub name: String,
    pub email: String,
    pub phone: String,
}

database::from_row!(Asked { name, email, phone });

/// A letter with what was said, whose button leads to `path`.
fn letter(
    app: &App,
    (request, asked): (&Request, &Asked),
    kind: &Kind,
    said: Option<&str>,
    path: &str,
) -> Letter {
    let base_url = &app.config.base_url;
    let values = Values::new()
        .text("subject", &request.subject)
        .text("name", &request.name)
        .text("organisation", &asked.name)
        .block("message", said.map(str::to_owned))
        .button(format!("{base_url}{path}"));
    let contact = match asked.phone.as_str() {
        "" => format!("{base_url}/contact"),
        phone => format!("{}, {phone}", asked.name),
    };
    let organisation = Some(request.organisation_id);
    let texts = Texts::of(app);
    Letter {
        contact,
        ..texts.letter(kind, request.lang(), organisation, &values)
    }
}

/// To whoever asks: the link that confirms the address, or the one to the thread.
pub(super) fn to_asker(
    app: &App,
    request: &Request,
    asked: &Asked,
    kind: &Kind,
    said: Option<&str>,
) -> Letter {
    let purpose = if kind.code == CONFIRM.code {
        Purpose::Confirm
    } else {
        Purpose::Thread
    };
    let path = links::path(app, purpose, request.id);
    Letter {
        sender: asked.name.clone(),
        ..letter(app, (request, asked), kind, said, &path)
    }
}

/// To the organisation: what was asked, and where it is answered.
pub(super) fn to_asked(app: &App, request: &Request, asked: &Asked, said: &str) -> Letter {
    let path = format!("/staff/requests/{}", request.id);
    letter(app, (request, asked), &ASKED, Some(said), &path)
}
