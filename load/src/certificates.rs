//! Participants download their certificates, each a different one, as on the day when a large training ends.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use clap::Args;

use crate::Target;
use crate::client::{Client, ask};
use crate::report::Report;
use crate::server::Server;

/// Arguments.
#[derive(Debug, Args)]
pub struct Certificates {
    #[command(flatten)]
    target: Target,
    /// How many.
    #[arg(long, default_value_t = 1_000)]
    count: usize,
}

impl Certificates {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let server = Server::find_or_start(&self.target).await?;
        let people = ask(
            &server.url,
            &format!("/dev/people?n={}", self.count),
            String::new(),
        )
        .await?;
        let tokens: Vec<String> = people.into_iter().map(|line| line.concat()).collect();
        let lines = Arc::new(ask(&server.url, "/dev/certificates", tokens.join("\n")).await?);
        let next = Arc::new(AtomicUsize::new(0));
        let before = server.usage();
        let began = Instant::now();
        let mut readers = Vec::new();
        for _ in 0..self.target.connections {
            let mut client = Client::connect(&server.url).await?;
            let (lines, next) = (lines.clone(), next.clone());
            readers.push(tokio::spawn(async move {
                let (mut waits, mut errors) = (Vec::new(), 0);
                while let Some(line) = lines.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let asked = Instant::now();
                    match client.get(&line[1], &line[0], false).await {
                        Ok(answer) if answer.body.starts_with(b"%PDF-") => {
                            waits.push(asked.elapsed());
                        }
                        _ => errors += 1,
                    }
                }
                (waits, errors)
            }));
        }
        let (mut waits, mut errors) = (Vec::new(), 0);
        for reader in readers {
            let (more, wrong) = reader.await?;
            waits.extend(more);
            errors += wrong;
        }
        let usage = before.zip(server.usage());
        Report::new("certificates", waits, errors, began.elapsed(), usage).print()
    }
}
