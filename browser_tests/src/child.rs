//! A program that runs beside the test and ends with it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};

/// How long a program may take until it says what it is waited for.
const PATIENCE: Duration = Duration::from_mins(1);

/// Ended when dropped.
pub(crate) struct Running {
    child: Child,
    name: String,
    lines: Receiver<String>,
}

impl Running {
    /// Starts a program; `advice` is what to do when it is not there.
    pub(crate) fn start(command: &mut Command, advice: &str) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{name} can not be started: {advice}"))?;
        let (say, lines) = channel();
        let output = child.stdout.take();
        // Reads on to the end, so that the program never waits for a reader.
        thread::spawn(move || {
            for line in output
                .into_iter()
                .flat_map(|output| BufReader::new(output).lines())
                .map_while(Result::ok)
            {
                let _ = say.send(line);
            }
        });
        Ok(Self { child, name, lines })
    }

    /// Waits for a line that holds `mark` and returns what follows it.
    pub(crate) fn wait_for(&self, mark: &str) -> Result<String> {
        loop {
            let line = self
                .lines
                .recv_timeout(PATIENCE)
                .map_err(|_ended_or_silent| anyhow!("{} never said “{mark}”", self.name))?;
            if let Some((_, rest)) = line.split_once(mark) {
                return Ok(rest.to_owned());
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
