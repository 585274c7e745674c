//! Limits on attempts, per network and per e-mail address, so that guessing is slow and nobody can flood a mailbox.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::AppError;
use crate::accounts::AccountId;
use crate::forms::FieldError;

/// There was too much of something; what was typed stays, and can be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Code of the form's error.
    pub code: &'static str,
    /// Whole minutes until it can be tried again, at least 1.
    pub minutes: u64,
}

impl Wait {
    fn new(code: &'static str, error: &AppError) -> Self {
        let seconds = match error {
            AppError::TooMany(seconds) => *seconds,
            _ => 0,
        };
        Self {
            code,
            minutes: seconds.div_ceil(60).max(1),
        }
    }

    /// The error beside a field.
    pub fn on(self, field: &'static str) -> FieldError {
        FieldError::new(field, self.code).with("minutes", self.minutes)
    }
}

/// The limits of a process. Several nodes each count their own.
#[derive(Debug)]
pub struct Limits {
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    sign_in_address: DefaultKeyedRateLimiter<Vec<u8>>,
    sign_in_address_anywhere: DefaultKeyedRateLimiter<Vec<u8>>,
    letters: DefaultKeyedRateLimiter<IpAddr>,
    letters_address: DefaultKeyedRateLimiter<Vec<u8>>,
    names: DefaultKeyedRateLimiter<IpAddr>,
    names_of_certificate: DefaultKeyedRateLimiter<Vec<u8>>,
    room_codes: DefaultKeyedRateLimiter<AccountId>,
    children: DefaultKeyedRateLimiter<AccountId>,
    children_network: DefaultKeyedRateLimiter<IpAddr>,
    claims: DefaultKeyedRateLimiter<IpAddr>,
    claims_about: DefaultKeyedRateLimiter<Vec<u8>>,
    looks: DefaultKeyedRateLimiter<AccountId>,
    institutions: DefaultKeyedRateLimiter<AccountId>,
    institutions_address: DefaultKeyedRateLimiter<Vec<u8>>,
    open: bool,
}

fn per_minute(count: u32) -> Quota {
    Quota::per_minute(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN))
}

fn per_hour(count: u32) -> Quota {
    Quota::per_hour(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN))
}

/// An address's network: the whole IPv4 address, the first 64 bits of an IPv6 one.
fn network(client: IpAddr) -> IpAddr {
    match client {
        IpAddr::V4(_) => client,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(std::net::Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

impl Limits {
    /// Limits as a school's shared address needs them; `open` lifts them (the demo, where everybody is one network).
    pub fn new(open: bool) -> Self {
        Self {
            sign_in: RateLimiter::keyed(per_minute(60)),
            sign_in_address: RateLimiter::keyed(per_minute(10)),
            sign_in_address_anywhere: RateLimiter::keyed(per_minute(120)),
            letters: RateLimiter::keyed(per_hour(60)),
            letters_address: RateLimiter::keyed(per_hour(5)),
            names: RateLimiter::keyed(per_minute(20)),
            names_of_certificate: RateLimiter::keyed(per_hour(60)),
            room_codes: RateLimiter::keyed(per_minute(10)),
            children: RateLimiter::keyed(per_hour(20)),
            children_network: RateLimiter::keyed(per_hour(200)),
            claims: RateLimiter::keyed(per_hour(20)),
            claims_about: RateLimiter::keyed(per_hour(5)),
            looks: RateLimiter::keyed(per_hour(60)),
            institutions: RateLimiter::keyed(per_hour(6)),
            institutions_address: RateLimiter::keyed(per_hour(40)),
            open,
        }
    }

    /// One attempt to sign in, or to confirm a password. Guessing from one network ends soon; it takes very many networks
    /// to keep the holder out as well.
    ///
    /// # Errors
    /// [`AppError::TooMany`] with the seconds to wait.
    pub fn sign_in(&self, client: IpAddr, email_key: &str) -> Result<(), AppError> {
        let network = network(client);
        self.pass(&self.sign_in, &network)?;
        if !email_key.is_empty() {
            self.pass_address(&self.sign_in_address, &format!("{network} {email_key}"))?;
        }
        self.pass_address(&self.sign_in_address_anywhere, email_key)
    }

    /// One form that makes the system write a letter.
    ///
    /// # Errors
    /// The code of the form's error: what there was too much of.
    pub fn letter(&self, client: IpAddr, email_key: &str) -> Result<(), &'static str> {
        self.pass(&self.letters, &network(client))
            .map_err(|_| "too_many_letters_here")?;
        self.pass_address(&self.letters_address, email_key)
            .map_err(|_| "too_many_letters")
    }

    /// One child that is entered or changed, so that nobody can try out who is registered.
    ///
    /// # Errors
    /// Until when to wait.
    pub fn child(&self, client: IpAddr, account: AccountId) -> Result<(), Wait> {
        self.pass(&self.children, &account)
            .and_then(|()| self.pass(&self.children_network, &network(client)))
            .map_err(|error| Wait::new("too_many_children", &error))
    }

    /// One question which address a child is registered with: numbers of documents can not be guessed through.
    ///
    /// # Errors
    /// Until when to wait.
    pub fn claim(&self, client: IpAddr, about: &str) -> Result<(), Wait> {
        self.pass(&self.claims, &network(client))
            .and_then(|()| self.pass_address(&self.claims_about, about))
            .map_err(|error| Wait::new("too_many_children", &error))
    }

    /// One attempt to register, or to become, a teenager of these data: nobody tries out who is in a parent's cabinet.
    ///
    /// # Errors
    /// Until when to wait.
    pub fn teenager(&self, about: &str) -> Result<(), Wait> {
        self.pass_address(&self.claims_about, &format!("teenager {about}"))
            .map_err(|error| Wait::new("too_many_children", &error))
    }

    /// One child that staff looks up by exact data: nobody tries out a whole register.
    ///
    /// # Errors
    /// Until when to wait.
    pub fn look_up(&self, account: AccountId) -> Result<(), Wait> {
        self.pass(&self.looks, &account)
            .map_err(|error| Wait::new("too_many_looks", &error))
    }

    /// One name compared with that on a certificate, so that names can not be guessed through.
    ///
    /// # Errors
    /// As [`Limits::sign_in`].
    pub fn name_check(&self, client: IpAddr, number: &str) -> Result<(), AppError> {
        self.pass(&self.names, &network(client))?;
        let key = crate::secrets::hash_of(number);
        self.pass(&self.names_of_certificate, &key)
    }

    /// One code typed or opened that is shown in a room, so that nobody guesses it from a sofa.
    ///
    /// # Errors
    /// As [`Limits::sign_in`].
    pub fn room_code(&self, account: AccountId) -> Result<(), AppError> {
        self.pass(&self.room_codes, &account)
    }

    /// One institution that is asked to pay: a whole staff may join in an hour, one person joins few trainings.
    ///
    /// # Errors
    /// The code of the form's error: what there was too much of.
    pub fn institution(&self, account: AccountId, email_key: &str) -> Result<(), &'static str> {
        self.pass(&self.institutions, &account)
            .map_err(|_| "too_many_institutions")?;
        self.pass_address(&self.institutions_address, email_key)
            .map_err(|_| "too_many_letters")
    }

    /// Forgets those who have been quiet; called now and then.
    pub fn forget_the_quiet(&self) {
        self.sign_in.retain_recent();
        self.sign_in_address.retain_recent();
        self.sign_in_address_anywhere.retain_recent();
        self.letters.retain_recent();
        self.letters_address.retain_recent();
        self.names.retain_recent();
        self.names_of_certificate.retain_recent();
        self.room_codes.retain_recent();
        self.looks.retain_recent();
        self.institutions.retain_recent();
        self.institutions_address.retain_recent();
    }

    /// Texts that are no address (an empty key) are not counted together: one person's slips are not another's.
    fn pass_address(
        &self,
        limiter: &DefaultKeyedRateLimiter<Vec<u8>>,
        email_key: &str,
    ) -> Result<(), AppError> {
        if email_key.is_empty() {
            return Ok(());
        }
        self.pass(limiter, &crate::secrets::hash_of(email_key))
    }

    fn pass<K: std::hash::Hash + Eq + Clone>(
        &self,
        limiter: &DefaultKeyedRateLimiter<K>,
        key: &K,
    ) -> Result<(), AppError> {
        if self.open {
            return Ok(());
        }
        limiter.check_key(key).map_err(|not_until| {
            AppError::TooMany(
                not_until
                    .wait_time_from(DefaultClock::default().now())
                    .as_secs()
                    + 1,
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn few_institutions_are_asked_by_one_account() {
        let limits = Limits::new(false);
        let ask = |account| limits.institution(AccountId::new(account), "sp7@school.example");
        assert_eq!((0..20).filter(|_| ask(1).is_ok()).count(), 6);
        assert_eq!(ask(1), Err("too_many_institutions"));
        assert_eq!((2..200).filter(|account| ask(*account).is_ok()).count(), 34);
        assert_eq!(ask(300), Err("too_many_letters"));
    }

    #[test]
    fn looking_up_children_comes_to_an_end() {
        let limits = Limits::new(false);
        let passed = (0..100).filter(|_| limits.look_up(AccountId::new(1)).is_ok());
        assert_eq!(passed.count(), 60);
        let wait = limits.look_up(AccountId::new(1)).err();
        let said = wait.map(|wait| (wait.code, wait.minutes));
        assert_eq!(said, Some(("too_many_looks", 1)));
        assert!(limits.look_up(AccountId::new(2)).is_ok());
    }

    #[test]
    fn a_stranger_does_not_keep_the_holder_out() {
        let limits = Limits::new(false);
        let client = |last| IpAddr::V4(Ipv4Addr::new(192, 0, 2, last));
        let passed = (0..40).filter(|_| limits.sign_in(client(1), "anna@school.example").is_ok());
        assert_eq!(passed.count(), 10);
        assert!(limits.sign_in(client(2), "anna@school.example").is_ok());
    }

    #[test]
    fn guessing_the_code_of_a_room_comes_to_an_end() {
        let limits = Limits::new(false);
        let passed = (0..40).filter(|_| limits.room_code(AccountId::new(1)).is_ok());
        assert_eq!(passed.count(), 10);
        assert!(limits.room_code(AccountId::new(2)).is_ok());
    }

    #[test]
    fn guessing_the_name_on_a_certificate_comes_to_an_end() {
        let limits = Limits::new(false);
        let client = |last| IpAddr::V4(Ipv4Addr::new(192, 0, 2, last));
        let passed = (0..40).filter(|_| limits.name_check(client(1), "12-1-2026").is_ok());
        assert_eq!(passed.count(), 20);
        let passed = (2..100).filter(|last| limits.name_check(client(*last), "12-1-2026").is_ok());
        assert_eq!(passed.count(), 40);
        assert!(limits.name_check(client(200), "12-2-2026").is_ok());
    }
}
