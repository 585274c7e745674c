//! What the whole program shares: passed in, never global.

use std::sync::Arc;

use database::{Db, DbError, Tx, Work};
use jiff::Timestamp;

use crate::accounts::passwords::Passwords;
use crate::accounts::sessions::Sessions;
use crate::accounts::{AccountId, AfterActivation};
use crate::catalogue::{Catalogue, GroupId};
use crate::certificates::{self, Printer};
use crate::clock::Clock;
use crate::config::Config;
use crate::enrolment::actions::Correction;
use crate::enrolment::{self, EnrolmentId};
use crate::families::staff::types::PeopleJoined;
use crate::families::teenager;
use crate::families::vault::Vault;
use crate::families::{self, moving::ChildMoved};
use crate::files::{BadSetting, Files};
use crate::i18n::Lang;
use crate::letters::Letters;
use crate::merging;
use crate::notices::Notices;
use crate::organisations::Organisations;
use crate::outbox::Outbox;
use crate::payments;
use crate::payments::gateway::Gateway;
use crate::people::{self, Details, PersonId};
use crate::random::Random;
use crate::secrets::RootKey;
use crate::surveys;
use crate::web::assets::Assets;
use crate::web::limits::Limits;

/// The running installation.
pub struct App {
    /// Configuration.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// Now.
    pub clock: Clock,
    /// Chance.
    pub random: Random,
    /// Root of all keys.
    pub key: RootKey,
    /// Sign-ins, with a cache of seconds.
    pub sessions: Sessions,
    /// Password hashing with bounded concurrency.
    pub passwords: Passwords,
    /// What visitors see of courses and groups, in memory.
    pub catalogue: Catalogue,
    /// Stylesheet, icons, scripts.
    pub assets: Assets,
    /// Limits per network and account.
    pub limits: Limits,
    /// The texts that organisations have for their letters.
    pub letters: Letters,
    /// What organisations announce, in memory.
    pub notices: Notices,
    /// Where letters wait; `app.outbox.wake()` after a commit that queued one.
    pub outbox: Outbox,
    /// The tree of organisations.
    pub organisations: Organisations,
    /// Where files that people hand in are kept.
    pub files: Files,
    /// Keys of documents.
    pub vault: Vault,
    /// Where people pay online; none when nothing is configured.
    pub gateway: Option<Gateway>,
    /// Prints certificates, with bounded concurrency.
    pub printer: Printer,
    /// What rooms above do in the transactions of rooms below.
    pub reactions: Reactions,
    /// The demo: mailbox page, sign-ins of one click, style guide.
    pub demo: bool,
}

/// The app as handlers and workers hold it.
pub type Shared = Arc<App>;

/// What a room above does in the transaction of a room below it; an error undoes the whole transaction. It may be called
/// several times for one enrolment, and finds the enrolment as the transaction has left it.
pub type Reaction =
    for<'a, 'c> fn(&'a mut Tx<'c>, Shared, EnrolmentId, Timestamp) -> Work<'a, (), DbError>;

/// How a room above joins two records that turned out to be one person; false when one of them is not in use any more.
pub type JoinPeople =
    for<'a, 'c> fn(&'a mut Tx<'c>, Shared, PeopleJoined, Timestamp) -> Work<'a, bool, DbError>;

/// What a room above knows of somebody of these data who is to be the person of an account (none before there is one):
/// whether a parent holds the record of that person. Asks nothing of the database where the person is no teenager.
pub type OwnPersonQuestion = for<'a, 'c> fn(
    &'a mut Tx<'c>,
    Shared,
    Details,
    AccountId,
    Timestamp,
) -> Work<'a, bool, DbError>;

/// The same for a whole group.
pub type GroupReaction =
    for<'a, 'c> fn(&'a mut Tx<'c>, Shared, GroupId, Timestamp) -> Work<'a, (), DbError>;

/// The same for a child whose data was compared with documents.
pub type ChildReaction =
    for<'a, 'c> fn(&'a mut Tx<'c>, Shared, PersonId, Timestamp) -> Work<'a, (), DbError>;

/// The same for an account.
pub type AccountReaction =
    for<'a, 'c> fn(&'a mut Tx<'c>, Shared, AccountId) -> Work<'a, (), DbError>;

/// The same for a child that lives in another municipality from now on.
pub type MoveReaction =
    for<'a, 'c> fn(&'a mut Tx<'c>, Shared, ChildMoved, Timestamp) -> Work<'a, (), DbError>;

/// The same for a result that staff has just corrected.
pub type CorrectionReaction =
    for<'a, 'c> fn(&'a mut Tx<'c>, Shared, Correction, Timestamp) -> Work<'a, (), DbError>;

/// What rooms above add to the letter about a completed training, in this language: what else the certificate needs.
pub type AtTheEnd = for<'a, 'c> fn(
    &'a mut Tx<'c>,
    Shared,
    EnrolmentId,
    Lang,
    Timestamp,
) -> Work<'a, Vec<String>, DbError>;

/// The reactions of the rooms above.
#[derive(Clone, Copy, Debug)]
pub struct Reactions {
    /// An account was activated: its person.
    pub after_activation: AfterActivation,
    /// Before somebody becomes the person of an account: whether a parent holds that record.
    pub before_own_person: OwnPersonQuestion,
    /// The person of an account was made or changed: the keys by which a teenager is found.
    pub after_own_person: ChildReaction,
    /// The address of an account is another one: the keys by which its children are found.
    pub after_new_email: AccountReaction,
    /// A child has come of age: what it had joined, and what it had prepared.
    pub after_coming_of_age: ChildReaction,
    /// Somebody does not act for a child any more: its applications are with those who do.
    pub after_guardian_left: ChildReaction,
    /// A child was confirmed: its applications that waited for that alone.
    pub after_child_confirmed: ChildReaction,
    /// Two records were decided to be one child: one gives everything to the other.
    pub join_people: JoinPeople,
    /// A child lives in another municipality: its open applications.
    pub after_child_moved: MoveReaction,
    /// A survey was kept: the certificate.
    pub after_survey: Reaction,
    /// Somebody came in, or took a step towards a place: the enrolment is `waiting`, `offered`, `applied` or `confirmed`
    /// now. One that staff moved here knows from where (`transferred_from`), and comes in before the other one leaves.
    pub after_join: Reaction,
    /// Somebody has no place and no claim to one any more: the enrolment is `refused`, `cancelled`, `resigned`, `lapsed` or
    /// `transferred` now.
    pub after_leaving: Reaction,
    /// A group was called off, and everybody in it has left: those who had left before.
    pub after_cancelling: GroupReaction,
    /// A result was corrected, by hand or by its attendance: the certificate.
    pub after_correction: CorrectionReaction,
    /// A charge is booked or waived now: the gate.
    pub after_payment: Reaction,
    /// Somebody is told that a training is completed: what is missing besides the survey.
    pub at_the_end: AtTheEnd,
}

/// What an [`App`] is made of.
pub struct Parts {
    /// Configuration.
    pub config: Config,
    /// The database, migrated.
    pub db: Db,
    /// Now.
    pub clock: Clock,
    /// Chance.
    pub random: Random,
    /// Root of all keys.
    pub key: RootKey,
    /// Whether this is the demo.
    pub demo: bool,
}

/// Why the parts can not be put together.
#[derive(Debug, thiserror::Error)]
pub enum CannotStart {
    /// The database does not answer.
    #[error("the database can not be used: {0}")]
    Database(#[from] DbError),
    /// The settings name no place for files.
    #[error(transparent)]
    Files(#[from] BadSetting),
    /// The settings of the gateway can not be understood.
    #[error("{0:#}")]
    Gateway(anyhow::Error),
}

impl App {
    /// Puts the parts together; reads what is kept in memory.
    ///
    /// # Errors
    /// [`CannotStart`].
    pub async fn assemble(parts: Parts) -> Result<Shared, CannotStart> {
        let Parts {
            config,
            db,
            clock,
            random,
            key,
            demo,
        } = parts;
        let files = Files::of(&config)?;
        let gateway = Gateway::of(&config).map_err(CannotStart::Gateway)?;
        let csrf_key = key.derive("csrf");
        let catalogue = Catalogue::default();
        catalogue.refresh(&db, clock.now()).await?;
        let organisations = Organisations::default();
        organisations.refresh(&db).await?;
        let letters = Letters::default();
        letters.refresh(&db).await?;
        let notices = Notices::default();
        notices.refresh(&db, clock.now()).await?;
        surveys::seed_default(&db, clock.now()).await?;
        Ok(Arc::new(Self {
            catalogue,
            sessions: Sessions::new(csrf_key),
            passwords: Passwords::new(demo),
            assets: Assets::new(),
            limits: Limits::new(demo),
            organisations,
            letters,
            notices,
            outbox: Outbox::default(),
            files,
            vault: Vault::new(&key),
            gateway,
            printer: Printer::default(),
            reactions: Reactions {
                after_activation: people::actions::after_activation,
                before_own_person: teenager::before_own_person,
                after_own_person: teenager::after_own_person,
                after_new_email: families::after_new_email,
                after_coming_of_age: enrolment::actions::after_coming_of_age,
                after_guardian_left: enrolment::actions::after_guardian_left,
                after_child_confirmed: enrolment::actions::after_child_confirmed,
                join_people: merging::actions::join_people,
                after_child_moved: enrolment::actions::after_child_moved,
                after_survey: certificates::actions::after_survey,
                after_join: payments::actions::after_join,
                after_leaving: payments::actions::after_leaving,
                after_cancelling: payments::actions::after_cancelling,
                after_correction: certificates::actions::after_correction,
                after_payment: certificates::actions::after_payment,
                at_the_end: certificates::actions::at_the_end,
            },
            config,
            db,
            clock,
            random,
            key,
            demo,
        }))
    }
}
