//! Downloads, and the independent programs that read a certificate: qpdf, poppler and zbar.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Walk;

impl Walk {
    /// Fetches a file as the browser would, with its cookies: status, and the body.
    pub async fn download(&self, path: &str) -> Result<(u16, Vec<u8>)> {
        let mut cookies = Vec::new();
        for cookie in self.driver().get_all_cookies().await? {
            cookies.push(format!("{}={}", cookie.name, cookie.value));
        }
        let host = self.site.address.trim_start_matches("http://");
        let mut connection = TcpStream::connect(host).await?;
        // HTTP/1.0: the body comes whole and ends with the connection.
        let request = format!(
            "GET {path} HTTP/1.0\r\nHost: {host}\r\nCookie: {}\r\n\r\n",
            cookies.join("; ")
        );
        connection.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).await?;
        let end = answer
            .windows(4)
            .position(|bytes| bytes == b"\r\n\r\n")
            .context("an answer without an end of its head")?;
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let status = status.with_context(|| format!("no status in {head}"))?;
        Ok((status, answer.split_off(end + 4)))
    }

    /// Puts a document into the story's folder.
    pub fn keep(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let path = self.site.folder().join(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    }
}

/// Fails when qpdf finds the document damaged.
pub fn is_sound(pdf: &Path) -> Result<()> {
    run("qpdf", Command::new("qpdf").arg("--check").arg(pdf)).map(drop)
}

/// The text of a document, as poppler reads it.
pub fn text_of(pdf: &Path) -> Result<String> {
    run(
        "pdftotext",
        Command::new("pdftotext").arg("-layout").arg(pdf).arg("-"),
    )
}

/// What the QR code on the first page says, as zbar reads it from the rendered page.
pub fn qr_of(pdf: &Path) -> Result<String> {
    let picture = pdf.with_extension("");
    let mut render = Command::new("pdftoppm");
    render
        .args(["-png", "-r", "200", "-singlefile"])
        .arg(pdf)
        .arg(&picture);
    run("pdftoppm", &mut render)?;
    let mut decode = Command::new("zbarimg");
    decode
        .args(["--quiet", "--raw", "--oneshot"])
        .arg(picture.with_extension("png"));
    Ok(run("zbarimg", &mut decode)?.trim().to_owned())
}

fn run(name: &str, command: &mut Command) -> Result<String> {
    let done = command.output().with_context(|| {
        format!("{name} can not be started: run ./scripts/test, which installs it")
    })?;
    ensure!(
        done.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}
