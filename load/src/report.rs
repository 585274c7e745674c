//! Figures as text for people and as one line of JSON for programs.

use std::time::Duration;

use serde::Serialize;

use crate::server::Usage;

/// What was measured.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// What was done.
    pub what: String,
    /// Operations that were answered as wanted.
    pub done: usize,
    /// Answers that were neither wanted nor a clear refusal.
    pub errors: usize,
    /// From the first to the last, in seconds.
    pub seconds: f64,
    /// Operations in a second.
    pub per_second: f64,
    /// Waiting time of one operation, in milliseconds.
    pub p50_ms: f64,
    /// Nine of ten waited less.
    pub p90_ms: f64,
    /// Ninety-nine of a hundred waited less.
    pub p99_ms: f64,
    /// The longest.
    pub max_ms: f64,
    /// CPU of the server for one operation, in microseconds.
    pub cpu_us: Option<f64>,
    /// Memory of the server at rest before, in MiB.
    pub rest_mib: Option<f64>,
    /// The most memory of the server, in MiB.
    pub peak_mib: Option<f64>,
    /// Further figures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<(String, f64)>,
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

impl Report {
    /// Works the figures out of the waiting times and what the server used meanwhile.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "figures for reading"
    )]
    pub fn new(
        what: &str,
        mut waits: Vec<Duration>,
        errors: usize,
        took: Duration,
        usage: Option<(Usage, Usage)>,
    ) -> Self {
        waits.sort();
        let at = |share: f64| {
            let index = ((waits.len() as f64 * share) as usize).min(waits.len().saturating_sub(1));
            waits.get(index).copied().map_or(0.0, milliseconds)
        };
        let count = waits.len().max(1) as f64;
        Self {
            what: what.into(),
            done: waits.len(),
            errors,
            seconds: took.as_secs_f64(),
            per_second: waits.len() as f64 / took.as_secs_f64(),
            p50_ms: at(0.5),
            p90_ms: at(0.9),
            p99_ms: at(0.99),
            max_ms: waits.last().copied().map_or(0.0, milliseconds),
            cpu_us: usage.map(|(before, after)| {
                after.cpu.saturating_sub(before.cpu).as_secs_f64() * 1e6 / count
            }),
            rest_mib: usage.map(|(before, _)| before.rss_kib as f64 / 1024.0),
            peak_mib: usage.map(|(_, after)| after.peak_kib as f64 / 1024.0),
            more: Vec::new(),
        }
    }

    /// Adds a figure.
    pub fn with(mut self, name: &str, value: f64) -> Self {
        self.more.push((name.into(), value));
        self
    }

    /// Prints both forms.
    pub fn print(&self) -> anyhow::Result<()> {
        println!(
            "{}: {} done, {} errors, {:.2} s, {:.0}/s",
            self.what, self.done, self.errors, self.seconds, self.per_second
        );
        println!(
            "  waiting p50 {:.2} ms, p90 {:.2} ms, p99 {:.2} ms, max {:.2} ms",
            self.p50_ms, self.p90_ms, self.p99_ms, self.max_ms
        );
        if let (Some(cpu), Some(rest), Some(peak)) = (self.cpu_us, self.rest_mib, self.peak_mib) {
            println!(
                "  server: {cpu:.0} µs CPU each, memory {rest:.0} MiB before, {peak:.0} MiB at most"
            );
        }
        for (name, value) in &self.more {
            println!("  {name}: {value:.3}");
        }
        println!("{}", serde_json::to_string(self)?);
        Ok(())
    }
}
