//! ClamAV over its own protocol: content is sent to a running `clamd` while it passes (`INSTREAM`), and what it finds is
//! never kept. A scanner that is set and does not answer refuses: nothing goes by unscanned.

use std::path::PathBuf;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

/// For the connection, and for each piece that is handed over.
const SOON: Duration = Duration::from_secs(10);
/// For the verdict once everything is handed over: large packages take long.
const LATER: Duration = Duration::from_mins(2);
/// An answer is a line.
const LONGEST_ANSWER: usize = 4 * 1024;

/// Where `clamd` listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanner {
    /// Host and port.
    Tcp(String),
    /// A socket in the file system.
    Unix(PathBuf),
}

/// Why there is no verdict.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// It can not be reached, or stopped answering.
    #[error("the scanner does not answer")]
    Away,
    /// It takes no content of this length (`StreamMaxLength` in its settings).
    #[error("the scanner takes no files of this length")]
    TooLarge,
    /// It answers something else than it should.
    #[error("the scanner says: {0}")]
    Odd(String),
}

/// What the scanner says of content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// The name of what was found.
    Infected(String),
}

trait Line: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Line for T {}

impl Scanner {
    /// Reads the setting: `HOST:PORT` or `unix:PATH`; none for anything else.
    pub fn from_setting(setting: &str) -> Option<Self> {
        if let Some(path) = setting.strip_prefix("unix:") {
            return (!path.is_empty()).then(|| Self::Unix(path.into()));
        }
        let (host, port) = setting.rsplit_once(':')?;
        let is_port = port.parse::<u16>().is_ok_and(|port| port > 0);
        (is_port && !host.is_empty()).then(|| Self::Tcp(setting.to_owned()))
    }

    async fn call(&self) -> Result<Box<dyn Line>, ScanError> {
        let calling = async {
            Ok::<Box<dyn Line>, std::io::Error>(match self {
                Self::Tcp(address) => Box::new(TcpStream::connect(address).await?),
                Self::Unix(path) => Box::new(UnixStream::connect(path).await?),
            })
        };
        soon(calling).await
    }

    /// Asks the scanner for its version, such as `ClamAV 1.4.3/27800/…`.
    ///
    /// # Errors
    /// [`ScanError`].
    pub async fn version(&self) -> Result<String, ScanError> {
        let mut line = self.call().await?;
        soon(line.write_all(b"zVERSION\0")).await?;
        let said = hear(&mut line, SOON).await?;
        if said.starts_with("ClamAV") {
            Ok(said)
        } else {
            Err(ScanError::Odd(said))
        }
    }

    /// Begins to hand content over.
    ///
    /// # Errors
    /// [`ScanError::Away`].
    pub async fn begin(&self) -> Result<Scan, ScanError> {
        let mut line = self.call().await?;
        soon(line.write_all(b"zINSTREAM\0")).await?;
        Ok(Scan { line })
    }
}

/// Content on its way to the scanner.
pub struct Scan {
    line: Box<dyn Line>,
}

impl Scan {
    /// Hands the next piece over.
    ///
    /// # Errors
    /// What the scanner says when it takes no more, [`ScanError`] otherwise.
    pub async fn feed(&mut self, piece: &[u8]) -> Result<(), ScanError> {
        // Each part begins with its length, and a length of nothing is the end.
        for part in piece.chunks(1 << 20) {
            let length = u32::try_from(part.len()).unwrap_or(0).to_be_bytes();
            let sent = soon(async {
                self.line.write_all(&length).await?;
                self.line.write_all(part).await
            });
            if sent.await.is_err() {
                // It hangs up on what is too long, and says so before.
                return Err(match hear(&mut self.line, SOON).await {
                    Ok(said) => refusal(said),
                    Err(error) => error,
                });
            }
        }
        Ok(())
    }

    /// What it says after everything.
    ///
    /// # Errors
    /// [`ScanError`].
    pub async fn verdict(mut self) -> Result<Verdict, ScanError> {
        // When it has hung up, its reason is read below.
        let _ = soon(self.line.write_all(&[0; 4])).await;
        let said = hear(&mut self.line, LATER).await?;
        let found = said.strip_prefix("stream: ").unwrap_or(&said);
        if found == "OK" {
            return Ok(Verdict::Clean);
        }
        match found.strip_suffix(" FOUND") {
            Some(name) => Ok(Verdict::Infected(name.to_owned())),
            None => Err(refusal(said)),
        }
    }
}

fn refusal(said: String) -> ScanError {
    if said.contains("size limit exceeded") {
        ScanError::TooLarge
    } else if said.is_empty() {
        ScanError::Away
    } else {
        ScanError::Odd(said)
    }
}

async fn soon<T>(work: impl Future<Output = std::io::Result<T>>) -> Result<T, ScanError> {
    match timeout(SOON, work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(_)) | Err(_) => Err(ScanError::Away),
    }
}

/// Its next words, up to the zero at their end. When it hangs up in the middle of what we send, what it said before can
/// still be read, though the connection is broken.
async fn hear(line: &mut Box<dyn Line>, patience: Duration) -> Result<String, ScanError> {
    let mut bytes = Vec::new();
    let listening = async {
        while let Ok(byte) = line.read_u8().await {
            if byte == 0 || bytes.len() >= LONGEST_ANSWER {
                break;
            }
            bytes.push(byte);
        }
    };
    if timeout(patience, listening).await.is_err() || bytes.is_empty() {
        return Err(ScanError::Away);
    }
    let said = String::from_utf8_lossy(&bytes);
    Ok(said.trim_matches(['\n', ' ']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_setting_is_a_host_with_a_port_or_a_socket() {
        let tcp = |address: &str| Some(Scanner::Tcp(address.to_owned()));
        assert_eq!(
            Scanner::from_setting("127.0.0.1:3310"),
            tcp("127.0.0.1:3310")
        );
        assert_eq!(Scanner::from_setting("[::1]:3310"), tcp("[::1]:3310"));
        let socket = Some(Scanner::Unix("/run/clamav/clamd.ctl".into()));
        assert_eq!(Scanner::from_setting("unix:/run/clamav/clamd.ctl"), socket);
        for wrong in [
            "",
            "unix:",
            "localhost",
            ":3310",
            "host:0",
            "host:x",
            "/run/clamd.ctl",
        ] {
            assert_eq!(Scanner::from_setting(wrong), None, "{wrong}");
        }
    }
}
