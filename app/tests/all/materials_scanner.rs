//! The virus scanner: a small server that speaks its protocol, and the real one.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use zapis::commands::doctor::{Verdict, examine};
use zapis::config::Config;
use zapis::files::Scanner;

use crate::materials::{kept, list, operator};
use crate::site::{Answer, Site};

/// What every scanner takes for a virus, and is none; in two pieces, so that no scanner takes this file for one.
fn eicar() -> String {
    [
        "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-",
        "ANTIVIRUS-TEST-FILE!$H+H*\n",
    ]
    .concat()
}

/// How a scanner behaves.
#[derive(Clone, Copy, Debug)]
enum Mood {
    Sound,
    /// Takes no more than so many bytes, says so and hangs up.
    Small(usize),
    /// Hangs up without a word.
    Silent,
    Confused,
}

async fn scanner(mood: Mood) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        while let Ok((line, _)) = listener.accept().await {
            tokio::spawn(answer(line, mood));
        }
    });
    address
}

/// As `clamd` answers one command.
async fn answer(mut line: TcpStream, mood: Mood) -> std::io::Result<()> {
    let mut command = Vec::new();
    while command.last() != Some(&0) {
        command.push(line.read_u8().await?);
    }
    if command == b"zVERSION\0" {
        return line
            .write_all(b"ClamAV 1.4.3/27800/Sun Nov 22 2026\0")
            .await;
    }
    assert_eq!(command, b"zINSTREAM\0");
    let mut content = Vec::new();
    loop {
        let length = usize::try_from(line.read_u32().await?).unwrap();
        if length == 0 {
            break;
        }
        let start = content.len();
        content.resize(start + length, 0);
        line.read_exact(&mut content[start..]).await?;
        match mood {
            Mood::Small(most) if content.len() > most => {
                return line
                    .write_all(b"INSTREAM size limit exceeded. ERROR\0")
                    .await;
            }
            Mood::Silent => return Ok(()),
            _ => {}
        }
    }
    let found = content
        .windows(20)
        .any(|part| *part == eicar().as_bytes()[..20]);
    let said: &[u8] = match mood {
        Mood::Confused => b"what? ERROR\0",
        _ if found => b"stream: Eicar-Test-Signature FOUND\0",
        _ => b"stream: OK\0",
    };
    line.write_all(said).await
}

/// A site whose files are scanned by this.
async fn site(clamav: &str) -> (Site, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        files_url: format!("file:{}", folder.path().display()),
        clamav: Some(clamav.to_owned()),
        ..Config::default()
    };
    (Site::real(config).await, folder)
}

async fn hand_in(site: &Site, name: &str, content: &[u8]) -> (Answer, usize) {
    let training = site.training("Tablica od podstaw").publish().await;
    let mut wanda = operator(site, &training).await;
    wanda.get(&kept(&training)).await.is(200);
    let answer = wanda.upload(&kept(&training), &[], (name, content)).await;
    (answer, list(site, training.group_id).await.len())
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder.join("materials")).is_ok_and(|mut entries| entries.next().is_none())
}

#[tokio::test]
async fn what_the_scanner_finds_is_refused() {
    let (site, folder) = site(&scanner(Mood::Sound).await).await;
    let (answer, count) = hand_in(&site, "list.txt", eicar().as_bytes()).await;
    answer
        .is(422)
        .says("The virus scanner found Eicar-Test-Signature in this file");
    assert!(count == 0 && is_empty(folder.path()));
    let long = "Ala ma kota. ".repeat(400_000);
    let (answer, count) = self::hand_in_again(&site, "list.txt", long.as_bytes()).await;
    answer.is(303);
    assert_eq!(count, 1);
}

async fn hand_in_again(site: &Site, name: &str, content: &[u8]) -> (Answer, usize) {
    let training = site.training("Ocenianie").publish().await;
    let branch = Some(training.organisation_id);
    let kind = zapis::accounts::RoleKind::Operator;
    let mut jan = site
        .staff("Jan Operator", "jan@centre.example", kind, branch)
        .await;
    jan.get(&kept(&training)).await.is(200);
    let answer = jan.upload(&kept(&training), &[], (name, content)).await;
    (answer, list(site, training.group_id).await.len())
}

#[tokio::test]
async fn nothing_is_taken_without_a_verdict() {
    let long = "Ala ma kota. ".repeat(400_000);
    for (mood, said) in [
        (Mood::Silent, "The virus scanner does not answer right now"),
        (
            Mood::Confused,
            "The virus scanner does not answer right now",
        ),
        (Mood::Small(1000), "takes no files of this length"),
    ] {
        let (site, folder) = site(&scanner(mood).await).await;
        let (answer, count) = hand_in(&site, "list.txt", long.as_bytes()).await;
        answer.is(422).says(said);
        assert!(count == 0 && is_empty(folder.path()), "{mood:?}");
    }
    let nobody = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap()
        .to_string();
    let (site, folder) = site(&nobody).await;
    let (answer, count) = hand_in(&site, "list.txt", b"Ala").await;
    answer
        .is(422)
        .says("The virus scanner does not answer right now");
    assert_eq!(count, 0);
    assert!(!folder.path().join("materials").exists());
}

#[tokio::test]
async fn doctor_asks_the_scanner() {
    let folder = tempfile::tempdir().unwrap();
    let now = crate::site::START.parse().unwrap();
    let found = async |clamav: &str| {
        let config = Config {
            clamav: Some(clamav.to_owned()),
            database_url: format!("sqlite:{}", folder.path().join("none.db").display()),
            secret_key_file: folder.path().join("none.key"),
            ..Config::default()
        };
        let findings = examine(&config, now).await;
        let about = findings
            .into_iter()
            .find(|one| one.said.contains("virus") || one.said.contains("clamd"));
        about.unwrap()
    };
    let sound = found(&scanner(Mood::Sound).await).await;
    assert_eq!(sound.verdict, Verdict::Fine);
    assert!(sound.said.contains("ClamAV 1.4.3"), "{sound:?}");
    for wrong in ["127.0.0.1:1", "clamd"] {
        let finding = found(wrong).await;
        assert!(matches!(finding.verdict, Verdict::Mend(_)), "{finding:?}");
    }
}

/// The real `clamd` of the system with one signature, made here: no database is downloaded.
struct Clamd {
    process: Child,
    _folder: TempDir,
    address: String,
}

impl Drop for Clamd {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Clamd {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let signature = data_encoding::HEXLOWER.encode(eicar().trim().as_bytes());
        std::fs::write(path("test.ndb"), format!("Eicar-Test:0:0:{signature}\n")).unwrap();
        let socket = path("clamd.ctl").display().to_string();
        let settings = format!(
            "DatabaseDirectory {}\nLocalSocket {socket}\nForeground yes\nBytecode no\nStreamMaxLength 4M\n",
            folder.path().display()
        );
        std::fs::write(path("clamd.conf"), settings).unwrap();
        let process = Command::new("clamd")
            .args(["--config-file", &path("clamd.conf").display().to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("clamd is there: scripts/test installs clamav-daemon");
        let address = format!("unix:{socket}");
        let scanner = Scanner::from_setting(&address).unwrap();
        let answering = async {
            while scanner.version().await.is_err() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        let answers = tokio::time::timeout(Duration::from_mins(2), answering).await;
        answers.expect("clamd answers");
        Self {
            process,
            _folder: folder,
            address,
        }
    }
}

#[tokio::test]
async fn the_real_scanner_finds_its_test_file() {
    let clamd = Clamd::start().await;
    let (site, folder) = site(&clamd.address).await;
    let (answer, count) = hand_in(&site, "list.txt", eicar().as_bytes()).await;
    answer.is(422).says("The virus scanner found Eicar-Test");
    assert!(count == 0 && is_empty(folder.path()));
    let (answer, count) = hand_in_again(
        &site,
        "list.txt",
        "Ala ma kota. ".repeat(100_000).as_bytes(),
    )
    .await;
    answer.is(303);
    assert_eq!(count, 1);
    let mut scan = Scanner::from_setting(&clamd.address)
        .unwrap()
        .begin()
        .await
        .unwrap();
    let mut refused = Ok(());
    for _ in 0..20 {
        refused = scan.feed(&vec![b'a'; 1 << 20]).await;
        if refused.is_err() {
            break;
        }
    }
    let refused = match refused {
        Ok(()) => scan.verdict().await.unwrap_err(),
        Err(error) => error,
    };
    assert_eq!(refused, zapis::files::clamav::ScanError::TooLarge);
}
