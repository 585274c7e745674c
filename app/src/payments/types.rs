//! What the room speaks of: charges, who pays, entries of the bank.

use database::from_row;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::accounts::{AccountId, OrganisationId};
use crate::enrolment::EnrolmentId;

database::id! {
    /// An amount due, of one enrolment.
    ChargeId;
    /// A statement of a bank.
    StatementId;
    /// One entry of a statement.
    EntryId;
    /// Money of an entry, matched to a charge.
    BookingId;
    /// A payment through the gateway.
    OnlineId;
    /// One title for many charges.
    CollectiveId;
}

database::codes! {
    /// Where a charge stands: `due → booked | overdue | waived`, `booked → refund_due → refunded`.
    ChargeState {
        /// To be paid until its day.
        Due = "due",
        /// To be paid, and late.
        Overdue = "overdue",
        /// Paid.
        Booked = "booked",
        /// Nothing has to be paid.
        Waived = "waived",
        /// Paid, and to be paid back.
        RefundDue = "refund_due",
        /// Paid back.
        Refunded = "refunded",
    }
}

impl ChargeState {
    /// Whether money is waited for.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Due | Self::Overdue)
    }

    /// What is still to be paid of an amount in this state.
    pub fn remaining_of(self, amount_minor: i64, booked_minor: i64) -> i64 {
        if self.is_open() {
            (amount_minor - booked_minor).max(0)
        } else {
            0
        }
    }

    /// Whether nothing stands against the certificate.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Booked | Self::Waived)
    }

    /// What it means at a glance, as badges show it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Booked | Self::Waived | Self::Refunded => "done",
            Self::Due => "information",
            Self::RefundDue => "attention",
            Self::Overdue => "problem",
        }
    }
}

database::codes! {
    /// Who pays a charge.
    Payer {
        /// The participant.
        Participant = "participant",
        /// The institution that was named when joining.
        Institution = "institution",
    }
}

database::codes! {
    /// Whether an institution pays.
    AskState {
        /// It was asked.
        Awaiting = "awaiting_institution",
        /// It pays.
        Accepted = "accepted",
        /// It does not pay.
        Declined = "declined",
        /// It did not answer in time.
        Lapsed = "lapsed",
    }
}

database::codes! {
    /// Where a payment through the gateway stands: `started → announced → confirmed | refused`.
    OnlineState {
        /// Somebody set out to pay.
        Started = "started",
        /// The gateway says that it was paid, and has not confirmed it yet.
        Announced = "announced",
        /// Confirmed: an entry that is matched as those of the bank are.
        Confirmed = "confirmed",
        /// Not confirmed, or not what was to be paid.
        Refused = "refused",
    }
}

database::codes! {
    /// What became of an entry.
    EntryState {
        /// Not looked at yet.
        New = "new",
        /// Waits for a person.
        ToMatch = "to_match",
        /// All of it is booked.
        Booked = "booked",
        /// Staff said that it is no payment of ours.
        SetAside = "set_aside",
        /// Money that went.
        Outgoing = "outgoing",
    }
}

database::codes! {
    /// Why what is left of an entry is not booked.
    AsideKind {
        /// It is no payment of ours.
        NoPayment = "no_payment",
        /// It went back to the payer.
        PaidBack = "paid_back",
        /// It is another entry once more.
        Repeat = "repeat",
        /// The bank took it back, or it takes another one back.
        Reversed = "reversed",
    }
}

/// An amount due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Its id; the number of its title.
    pub id: ChargeId,
    /// What is paid for.
    pub enrolment_id: EnrolmentId,
    /// Who is paid.
    pub organisation_id: OrganisationId,
    /// The participant's account.
    pub account_id: AccountId,
    /// Who pays.
    pub payer: Payer,
    /// Where it stands.
    pub state: ChargeState,
    /// All that is to be paid, in minor units.
    pub amount_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// What has been paid.
    pub booked_minor: i64,
    /// The last day in time.
    pub due_on: Date,
    /// When it was made.
    pub created_at: Timestamp,
}

from_row!(Charge {
    id,
    enrolment_id,
    organisation_id,
    account_id,
    payer,
    state,
    amount_minor,
    currency,
    booked_minor,
    due_on,
    created_at
});

impl Charge {
    /// What is still to be paid; nothing of what money is not waited for.
    pub fn remaining(&self) -> i64 {
        self.state
            .remaining_of(self.amount_minor, self.booked_minor)
    }
}

/// An account on which an organisation is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccount {
    /// An IBAN, or the digits of an account that is none.
    pub account: String,
    /// ISO 4217 code.
    pub currency: String,
}

from_row!(OwnAccount { account, currency });

/// Where an organisation is paid, in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The account: an IBAN, or the digits of an account that is none.
    pub iban: String,
    /// ISO 4217 code of the account.
    pub currency: String,
    /// Who sells, as pro-formas and transfers name it.
    pub seller_name: String,
    /// Its tax id.
    pub seller_tax_id: String,
    /// Its address in one line.
    pub seller_address: String,
    /// The unit that receives, when the seller is the municipality above it; empty otherwise.
    pub recipient_name: String,
    /// Its address.
    pub recipient_address: String,
    /// Days from joining to the due day.
    pub due_days: i64,
    /// Name of the bank of an account in roubles; empty when there is none.
    pub bank_name: String,
    /// Its BIC in Russia, nine digits.
    pub bank_code: String,
    /// Its correspondent account.
    pub bank_account: String,
}

from_row!(Settings {
    iban,
    currency,
    seller_name,
    seller_tax_id,
    seller_address,
    recipient_name,
    recipient_address,
    due_days,
    bank_name,
    bank_code,
    bank_account
});

/// One entry of a bank's statement as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Whose account; none when no organisation has named it.
    pub organisation_id: Option<OrganisationId>,
    /// The bank's day.
    pub booked_on: Date,
    /// Minor units; what went is negative.
    pub amount_minor: i64,
    /// ISO 4217 code; empty when the file does not say.
    pub currency: String,
    /// What the payer wrote.
    pub title: String,
    /// Name of the other side.
    pub counterparty: String,
    /// Account of the other side.
    pub counterparty_account: String,
    /// Tax id of the other side.
    pub counterparty_tax_id: String,
    /// The payer's reference.
    pub reference: String,
    /// What became of it.
    pub state: EntryState,
    /// How much of it is booked.
    pub booked_minor: i64,
    /// The bank says that it takes an earlier entry back.
    pub is_reversal: bool,
    /// The entry that it takes back.
    pub reverses: Option<EntryId>,
    /// The entry of another statement that it probably repeats.
    pub repeats: Option<EntryId>,
    /// Why the rest of it is not booked, when it is set aside.
    pub aside_reason: Option<String>,
}

from_row!(Entry {
    id,
    organisation_id,
    booked_on,
    amount_minor,
    currency,
    title,
    counterparty,
    counterparty_account,
    counterparty_tax_id,
    reference,
    state,
    booked_minor,
    is_reversal,
    reverses,
    repeats,
    aside_reason
});

impl Entry {
    /// What is not booked of it yet.
    pub fn remaining(&self) -> i64 {
        (self.amount_minor - self.booked_minor).max(0)
    }

    /// What waits for a person: what is not booked of money that came, or all that went.
    pub fn waiting(&self) -> i64 {
        self.amount_minor - self.booked_minor
    }
}
