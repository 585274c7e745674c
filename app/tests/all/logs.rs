//! Logs tell what the program did, and nothing about the people it did it for.

use std::io;
use std::sync::{Arc, Mutex};

use tracing_subscriber::fmt::MakeWriter;
use zapis::config::Config;

use crate::register;
use crate::site::Site;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[tokio::test]
async fn registering_and_signing_in_leave_nothing_personal_in_the_log() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(log.clone())
        .finish();
    let _logged = tracing::subscriber::set_default(subscriber);
    let site = Site::real(Config::default()).await;
    let mut anna = site.browser();
    anna.get("/register?lang=en").await;
    register::register(&mut anna, &[]).await.is(303);
    let link = register::last_link(&site, "Anna@school.example").await;
    anna.get(&link).await.is(200);
    anna.post(&link, &[]).await.is(303);
    anna.get("/sign-in").await;
    let wrong = [
        ("email", "anna@school.example"),
        ("password", "a wrong guess"),
    ];
    anna.post("/sign-in", &wrong).await.is(422);
    anna.post_raw("/sign-in", "csrf=stale&email=anna%40school.example")
        .await
        .is(403);
    anna.get("/sign-in").await;
    let right = [
        ("email", "anna@school.example"),
        ("password", "czapla nad stawem"),
    ];
    anna.post("/sign-in", &right).await.is(303);
    anna.get("/my/profile?q=Kowalska").await.is(200);
    let text = log.text();
    // A test that sees no log would see no name in it either.
    assert!(
        text.contains("answered") && text.contains("/activate/{token}"),
        "{text}"
    );
    let text = without_clocks(&text);
    let session = anna.cookie("zapis_session").unwrap();
    let token = link.rsplit('/').next().unwrap();
    for personal in [
        "school.example",
        "Kowalska",
        "Anna",
        "czapla",
        "guess",
        "0.0.0.0",
        "601",
        "Lipowa",
        "1985",
        session,
        token,
    ] {
        assert!(!text.contains(personal), "{personal} in {text}");
    }
}

/// The log without colours, instants and durations: digits that say nothing of anybody.
fn without_clocks(text: &str) -> String {
    let colourless = |part: &str| match part.strip_prefix('[').and_then(|part| part.split_once('m'))
    {
        Some((_, rest)) => rest.to_owned(),
        None => part.to_owned(),
    };
    let text: String = text.split('\u{1b}').map(colourless).collect();
    let is_clock =
        |word: &&str| word.starts_with("micros=") || (word.ends_with('Z') && word.contains(':'));
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !is_clock(word))
        .collect();
    words.join(" ")
}
