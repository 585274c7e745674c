//! Visitors read the catalogue: the list, a filter, a training.

use std::time::{Duration, Instant};

use anyhow::bail;
use clap::Args;

use crate::Target;
use crate::client::Client;
use crate::report::Report;
use crate::server::Server;

/// Arguments.
#[derive(Debug, Args)]
pub struct Pages {
    #[command(flatten)]
    target: Target,
    /// How long, in seconds.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Pages to read in turn; the catalogue without them.
    #[arg(long = "path")]
    paths: Vec<String>,
    /// Ask for compressed pages, as browsers do.
    #[arg(long)]
    packed: bool,
    /// Read as somebody who is signed in.
    #[arg(long)]
    signed_in: bool,
}

impl Pages {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let server = Server::find_or_start(&self.target).await?;
        let paths = if self.paths.is_empty() {
            vec!["/courses".to_owned()]
        } else {
            self.paths.clone()
        };
        let session = if self.signed_in {
            crate::client::ask(&server.url, "/dev/people?n=1", String::new())
                .await?
                .swap_remove(0)
                .swap_remove(0)
        } else {
            String::new()
        };
        let mut bytes = 0;
        for path in &paths {
            let answer = Client::connect(&server.url)
                .await?
                .get(path, &session, self.packed)
                .await?;
            if answer.status != 200 {
                bail!("{path} answered {}", answer.status);
            }
            bytes = answer.body.len();
        }
        let before = server.usage();
        let began = Instant::now();
        let until = began + Duration::from_secs(self.seconds);
        let mut readers = Vec::new();
        for number in 0..self.target.connections {
            let mut client = Client::connect(&server.url).await?;
            let (paths, session, packed) = (paths.clone(), session.clone(), self.packed);
            readers.push(tokio::spawn(async move {
                let (mut waits, mut errors) = (Vec::new(), 0);
                for path in paths.iter().cycle().skip(number) {
                    let asked = Instant::now();
                    if asked > until {
                        break;
                    }
                    match client.get(path, &session, packed).await {
                        Ok(answer) if answer.status == 200 => waits.push(asked.elapsed()),
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
        let report = Report::new("pages", waits, errors, began.elapsed(), usage);
        #[expect(clippy::cast_precision_loss, reason = "a figure for reading")]
        let report = report.with("bytes of the last page", bytes as f64);
        let started = server.started_in.map_or(0.0, |time| time.as_secs_f64());
        report
            .with("seconds from start to listening", started)
            .print()
    }
}
