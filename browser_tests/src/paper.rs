//! The independent programs that read a certificate: qpdf, poppler and zbar; and Python, which unpacks archives.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::Walk;

impl Walk {
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

/// The files of a ZIP that lie in its folder `within`, unpacked; an XLSX is one too.
pub fn unpacked(archive: &Path, within: &str) -> Result<Vec<PathBuf>> {
    let folder = archive.with_extension("unpacked");
    let mut unpack = Command::new("python3");
    unpack
        .args(["-m", "zipfile", "-e"])
        .arg(archive)
        .arg(&folder);
    run("python3", &mut unpack)?;
    let files = std::fs::read_dir(folder.join(within))?;
    let mut files: Vec<PathBuf> = files
        .map(|file| Ok(file?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
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
