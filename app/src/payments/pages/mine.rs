//! "Payments" [A12]: what to pay, until when, how, and what has been paid.

use std::collections::hash_map::Entry::Vacant;
use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::online::open_to;
use super::{code_of, state_badge};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::enrolment;
use crate::enrolment::payer::{self, Institution};
use crate::i18n::Translator;
use crate::payments::actions::can_pay_online;
use crate::payments::gateway::Gateway;
use crate::payments::institution_store::{self, Ask};
use crate::payments::online_store;
use crate::payments::qr::Shape;
use crate::payments::store;
use crate::payments::token;
use crate::payments::types::{AskState, Charge, ChargeId, ChargeState, Payer, Settings};
use crate::text::grouped_iban;
use crate::web::{AppError, Context, Page, show};

#[derive(Template)]
#[template(path = "payments/mine.html")]
struct Mine {
    page: Page,
    cards: Vec<Card>,
    /// How many wait to be paid by the viewer.
    waiting: usize,
    /// What the gateway is called; empty when nobody can pay online.
    gateway: &'static str,
}

struct Card {
    id: String,
    title: String,
    /// Given name of the child that it is for; empty for one's own.
    child: String,
    language: String,
    group: String,
    badge: (&'static str, String),
    sentence: (String, String),
    amount: String,
    paid: Option<String>,
    due_on: String,
    transfer: Option<Transfer>,
    /// The organiser has not said where to pay.
    has_no_account: bool,
    online: Online,
}

/// Whether it can be paid online.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Online {
    No,
    Possible,
    /// It was paid, and is being confirmed.
    BeingConfirmed,
}

/// How to pay.
pub(super) struct Transfer {
    pub recipient: String,
    pub address: String,
    pub account: String,
    pub title: String,
    pub amount: String,
    pub code: Option<Shape>,
}

impl Transfer {
    pub fn new(t: Translator, charge: &Charge, settings: &Settings) -> Self {
        let title = token::title_of(charge.id);
        let remaining = charge.remaining();
        Self {
            recipient: settings.seller_name.clone(),
            address: settings.seller_address.clone(),
            account: grouped_iban(&settings.iban),
            amount: t.money(remaining, &charge.currency),
            code: code_of(Some(settings), &title, remaining, &charge.currency),
            title,
        }
    }
}

/// Who is paid, in which currency.
type Seller = (OrganisationId, String);

/// A charge with what its page says of it.
struct Seen {
    charge: Charge,
    ask: Option<Ask>,
    institution: Option<Institution>,
}

/// `GET /my/payments`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let (account, is_linked) = (actor.account_id, actor.is_linked);
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let charges: Vec<Charge> = tx.all(store::LIST_OF_ACCOUNT, &[&account]).await?;
            let mut settings: HashMap<Seller, Option<Settings>> = HashMap::new();
            let mut seen = Vec::with_capacity(charges.len());
            for charge in charges {
                let seller = (charge.organisation_id, charge.currency.clone());
                if let Vacant(place) = settings.entry(seller) {
                    let params: database::Params<'_> = &[&charge.organisation_id, &charge.currency];
                    let found = tx.opt(store::FIND_SETTINGS, params).await?;
                    place.insert(found);
                }
                seen.push(Seen {
                    ask: tx
                        .opt(institution_store::FIND_ASK_OF_CHARGE, &[&charge.id])
                        .await?,
                    institution: payer::institution_of(tx, charge.enrolment_id).await?,
                    charge,
                });
            }
            let stories = if seen.is_empty() {
                Vec::new()
            } else {
                enrolment::stories_of(tx, account).await?
            };
            let announced: Vec<ChargeId> = tx
                .all(online_store::LIST_ANNOUNCED_OF_ACCOUNT, &[&account])
                .await?;
            let announced: HashSet<ChargeId> = announced.into_iter().collect();
            Ok::<_, DbError>((seen, settings, stories, announced))
        })
    });
    let (seen, settings, stories, announced) = read.await?;
    let t = ctx.t();
    let cards: Vec<Card> = seen
        .iter()
        .filter_map(|one| {
            let id = one.charge.enrolment_id;
            let story = stories.iter().find(|story| story.enrolment.id == id)?;
            let seller = (one.charge.organisation_id, one.charge.currency.clone());
            let own = settings.get(&seller)?.as_ref();
            let online = if announced.contains(&one.charge.id) {
                Online::BeingConfirmed
            } else if !is_linked && can_pay_online(&app, &one.charge) {
                Online::Possible
            } else {
                Online::No
            };
            Some(Card {
                online,
                ..card(t, one, story, own)
            })
        })
        .collect();
    let shown = show(&Mine {
        page: ctx.page(t.get("payments-title")),
        waiting: cards.iter().filter(|card| card.transfer.is_some()).count(),
        cards,
        gateway: app.gateway.as_ref().map_or("", Gateway::name),
    })?;
    Ok(open_to(app.gateway.as_ref(), shown))
}

fn card(t: Translator, seen: &Seen, story: &enrolment::Story, settings: Option<&Settings>) -> Card {
    let charge = &seen.charge;
    let (course, zone) = (&story.detail.course, &story.detail.organisation.zone);
    let asked = seen
        .ask
        .as_ref()
        .filter(|ask| ask.state == AskState::Awaiting);
    let is_mine = charge.payer == Payer::Participant;
    let name = seen.institution.as_ref().map_or("", |one| &one.name);
    let goes_back = charge.state == ChargeState::RefundDue;
    let key = match (charge.state.is_open(), is_mine, asked) {
        (true, false, Some(_)) => "payments-says-asked".to_owned(),
        (true, false, None) => "payments-says-institution".to_owned(),
        _ if goes_back && !is_mine => "payments-says-refund-institution".to_owned(),
        // It had agreed to another price, and has paid a part.
        _ if goes_back && seen.institution.is_some() => "payments-says-refund-each".to_owned(),
        _ => format!("payments-says-{}", charge.state.code()),
    };
    let sentence = t
        .get(&key)
        .text("day", t.date(charge.due_on))
        .text("institution", name)
        .to_string();
    let more = match (asked, charge.state) {
        (Some(ask), state) if state.is_open() => t
            .get("payments-says-answer-before")
            .text("when", t.date(ask.last_day(zone)))
            .to_string(),
        (_, ChargeState::Due) if is_mine => t.get("payments-says-takes-days").to_string(),
        _ => String::new(),
    };
    let pays = charge.state.is_open() && is_mine;
    let paid = (charge.booked_minor > 0 && charge.state.is_open())
        .then(|| t.money(charge.booked_minor, &charge.currency));
    Card {
        id: charge.id.to_string(),
        title: course.title.clone(),
        child: story.enrolment.child.clone(),
        language: course.language.clone(),
        group: story.detail.group.code.clone(),
        badge: state_badge(t, charge.state),
        sentence: (sentence, more),
        amount: t.money(charge.amount_minor, &charge.currency),
        paid,
        due_on: t.date(charge.due_on),
        transfer: settings
            .filter(|_| pays)
            .map(|settings| Transfer::new(t, charge, settings)),
        has_no_account: pays && settings.is_none(),
        online: Online::No,
    }
}
