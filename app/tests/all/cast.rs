//! People who are there when a story begins, and the letters they got.

use database::DbError;
use jiff::civil::date;
use zapis::accounts::{AccountId, NewAccount, OrganisationId, Role, RoleKind, actions, sessions};
use zapis::i18n::Lang;
use zapis::outbox::Letter;
use zapis::people::{self, Details};
use zapis::web::cookies;

use crate::site::{Browser, Site};

/// What everybody's password is who was not registered by the story itself.
pub const PASSWORD: &str = "czapla nad stawem";

impl Site {
    /// A participant with an active account, English, born on 14 March 1985 in Łódź, signed in on a browser of their own.
    /// `name` is given name and surname.
    pub async fn participant(&self, name: &str, email: &str) -> Browser {
        self.join_installation(name, email, None).await
    }

    /// As [`Site::participant`], with a role for a branch (none is the whole installation).
    pub async fn staff(
        &self,
        name: &str,
        email: &str,
        kind: RoleKind,
        branch: Option<OrganisationId>,
    ) -> Browser {
        self.join_installation(name, email, Some(Role { kind, branch }))
            .await
    }

    /// The account with this address.
    pub async fn account(&self, email: &str) -> AccountId {
        let email = email.to_owned();
        let found = self.app.db.read(move |tx| {
            Box::pin(async move {
                tx.one("SELECT id FROM accounts WHERE email_key = $1", &[&email])
                    .await
            })
        });
        found.await.map_err(|error: DbError| error).unwrap()
    }

    /// Every letter to an address, oldest first.
    pub async fn letters_to(&self, email: &str) -> Vec<Letter> {
        let email = email.to_owned();
        let texts = self.app.db.read(move |tx| {
            Box::pin(async move {
                tx.all::<String>(
                    "SELECT letter FROM outbox WHERE recipient = $1 ORDER BY id",
                    &[&email],
                )
                .await
            })
        });
        let texts: Vec<String> = texts.await.map_err(|error: DbError| error).unwrap();
        texts
            .iter()
            .map(|text| serde_json::from_str(text).unwrap())
            .collect()
    }

    async fn join_installation(&self, name: &str, email: &str, role: Option<Role>) -> Browser {
        let (given_name, surname) = name.rsplit_once(' ').expect("a given name and a surname");
        let password_hash = self
            .app
            .passwords
            .hash(&self.app.random, PASSWORD.into())
            .await
            .unwrap();
        let new = NewAccount {
            email: email.into(),
            email_key: email.to_lowercase(),
            password_hash,
            name: name.into(),
            lang: Lang::En,
        };
        let details = Details {
            surname: surname.into(),
            given_name: given_name.into(),
            born_on: Some(date(1985, 3, 14)),
            birth_place: "Łódź".into(),
            phone: "601234567".into(),
            street: "ul. Lipowa 5".into(),
            postal_code: "15-427".into(),
            city: "Białystok".into(),
            workplace_name: "Szkoła Podstawowa nr 7".into(),
            ..Details::default()
        };
        let (now, random) = (self.now(), self.app.random.clone());
        let token = self.app.db.write(move |tx| {
            Box::pin(async move {
                let account = actions::create_active(tx, &new, now)
                    .await?
                    .expect("a new address");
                people::actions::save_of_account(tx, account, &details, now).await?;
                if let Some(role) = role {
                    actions::grant_role(tx, account, role, None, now).await?;
                }
                sessions::begin(tx, &random, account, "Firefox, Linux", "192.0.2.0/24", now).await
            })
        });
        let token = token.await.map_err(|error: DbError| error).unwrap();
        let mut browser = self.browser();
        browser.set_cookie(cookies::SESSION, token.as_str());
        browser
    }
}
