//! Opening day: N signed-in people want M places in G groups at the same moment. Afterwards it is checked that nothing
//! was given twice and nothing was lost.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use clap::Args;
use serde_json::Value;

use crate::Target;
use crate::client::{Client, ask};
use crate::report::Report;
use crate::server::Server;

/// Arguments.
#[derive(Debug, Args)]
pub struct Rush {
    #[command(flatten)]
    target: Target,
    /// People.
    #[arg(long, default_value_t = 2_000)]
    people: usize,
    /// Places in all groups together.
    #[arg(long, default_value_t = 500)]
    places: usize,
    /// Groups.
    #[arg(long, default_value_t = 50)]
    groups: usize,
}

/// What one person met.
enum Outcome {
    Joined,
    Refused,
    Wrong(String),
}

struct Plan {
    url: String,
    sessions: Vec<String>,
    /// Address of the join page of each group.
    doors: Vec<String>,
    next: AtomicUsize,
}

impl Rush {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let server = Server::find_or_start(&self.target).await?;
        let people = ask(
            &server.url,
            &format!("/dev/people?n={}", self.people),
            String::new(),
        )
        .await?;
        let path = format!("/dev/groups?groups={}&places={}", self.groups, self.places);
        let groups = ask(&server.url, &path, String::new()).await?;
        ensure!(
            people.len() == self.people && groups.len() == self.groups,
            "the demo made fewer than asked"
        );
        let plan = Arc::new(Plan {
            url: server.url.clone(),
            sessions: people
                .into_iter()
                .map(|mut line| line.swap_remove(0))
                .collect(),
            doors: groups
                .iter()
                .map(|line| format!("/courses/{}/groups/{}/join", line[0], line[1]))
                .collect(),
            next: AtomicUsize::new(0),
        });
        let before = server.usage();
        let began = Instant::now();
        let walkers: Vec<_> = (0..self.target.connections)
            .map(|_| tokio::spawn(walk(plan.clone())))
            .collect();
        let (mut waits, mut joined, mut refused, mut wrong) =
            (Vec::new(), 0_usize, 0_usize, Vec::new());
        for walker in walkers {
            for (wait, outcome) in walker.await?? {
                waits.push(wait);
                match outcome {
                    Outcome::Joined => joined += 1,
                    Outcome::Refused => refused += 1,
                    Outcome::Wrong(what) => wrong.push(what),
                }
            }
        }
        let took = began.elapsed();
        let usage = before.zip(server.usage());
        for what in wrong.iter().take(5) {
            eprintln!("wrong: {what}");
        }
        check(&server.url, &groups, joined).await?;
        let expected = self.places.min(self.people);
        ensure!(
            joined == expected || !wrong.is_empty(),
            "{joined} joined, {expected} places could be had"
        );
        #[expect(clippy::cast_precision_loss, reason = "figures for reading")]
        let report = Report::new(
            "rush: page, form and result of one person",
            waits,
            wrong.len(),
            took,
            usage,
        )
        .with("joined", joined as f64)
        .with("refused for want of places", refused as f64)
        .with("joined per second", joined as f64 / took.as_secs_f64());
        report.print()
    }
}

async fn walk(plan: Arc<Plan>) -> anyhow::Result<Vec<(Duration, Outcome)>> {
    let mut client = Client::connect(&plan.url).await?;
    let mut met = Vec::new();
    loop {
        let number = plan.next.fetch_add(1, Ordering::Relaxed);
        let Some(session) = plan.sessions.get(number) else {
            return Ok(met);
        };
        let door = &plan.doors[number % plan.doors.len()];
        let began = Instant::now();
        let outcome = join(&mut client, session, door).await?;
        met.push((began.elapsed(), outcome));
    }
}

/// The page, the form, the result: what a person in a browser does.
async fn join(client: &mut Client, session: &str, door: &str) -> anyhow::Result<Outcome> {
    let page = client.get(door, session, false).await?;
    let text = page.text();
    let Some(csrf) = csrf_of(&text) else {
        return Ok(Outcome::Wrong(format!("{door}: {}", page.status)));
    };
    if !text.contains(&format!("action=\"{door}\"")) {
        return Ok(Outcome::Refused);
    }
    let answer = client.post(door, session, format!("csrf={csrf}")).await?;
    match (answer.status, answer.location) {
        (303, Some(location)) => {
            let result = client.get(&location, session, false).await?;
            Ok(if result.status == 200 {
                Outcome::Joined
            } else {
                Outcome::Wrong(format!("{location}: {}", result.status))
            })
        }
        (200 | 409 | 422, _) => Ok(Outcome::Refused),
        (status, _) => Ok(Outcome::Wrong(format!("join answered {status}"))),
    }
}

fn csrf_of(page: &str) -> Option<&str> {
    page.split_once("name=\"csrf\" value=\"")?
        .1
        .split('"')
        .next()
}

/// Every group says how many places are taken: together those who joined, and never more than there are.
async fn check(url: &str, groups: &[Vec<String>], joined: usize) -> anyhow::Result<()> {
    let mut client = Client::connect(url).await?;
    let mut taken = 0;
    for group in groups {
        let path = format!("/api/v1/groups/{}", group[1]);
        let answer = client.get(&path, "", false).await?;
        let value: Value = serde_json::from_str(&answer.text()).with_context(|| path.clone())?;
        let number = |name: &str| {
            value[name]
                .as_u64()
                .with_context(|| format!("{path} lacks {name}"))
        };
        let (here, capacity) = (number("taken")?, number("capacity")?);
        if here > capacity {
            bail!("{path}: {here} places taken of {capacity}");
        }
        taken += usize::try_from(here)?;
    }
    ensure!(
        taken == joined,
        "{joined} were told that they joined, {taken} places are taken"
    );
    Ok(())
}
