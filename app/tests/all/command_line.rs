//! The program as administrators run it: exit status, one sentence for what went wrong, backups.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;
use zapis::config::Config;

fn zapis(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zapis"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(settings.iter().copied());
    command
}

#[track_caller]
pub fn run(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    zapis(folder, arguments, settings).output().unwrap()
}

/// Fails with status 1 and one sentence that holds these words.
#[track_caller]
pub fn refuses(folder: &Path, arguments: &[&str], settings: &[(&str, &str)], words: &[&str]) {
    let output = run(folder, arguments, settings);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.starts_with("zapis: "), "{said}");
    for word in words {
        assert!(said.contains(word), "no {word} in {said}");
    }
}

#[track_caller]
pub fn succeeds(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments, &[]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn settings_that_can_not_be_understood_are_named() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    refuses(
        path,
        &["serve"],
        &[("ZAPIS_LISTN", "x")],
        &["ZAPIS_LISTN is not a setting", "listen"],
    );
    refuses(
        path,
        &["serve"],
        &[("ZAPIS_SMTP_URL", "smtp://")],
        &["ZAPIS_SMTP_URL"],
    );
    refuses(
        path,
        &["serve"],
        &[("ZAPIS_LISTEN", "nowhere")],
        &["ZAPIS_LISTEN"],
    );
    refuses(
        path,
        &["serve"],
        &[("ZAPIS_LOG_FORMAT", "xml")],
        &["text or json"],
    );
    refuses(path, &["serve"], &[("ZAPIS_LOG", "a=b=c")], &["ZAPIS_LOG"]);
    refuses(
        path,
        &["migrate"],
        &[("ZAPIS_DATABASE_URL", "mysql://x")],
        &["ZAPIS_DATABASE_URL", "postgres://"],
    );
    refuses(
        path,
        &["migrate"],
        &[("ZAPIS_CONFIG", "none.toml")],
        &["none.toml"],
    );
    std::fs::write(
        path.join("zapis.toml"),
        "metrics_token = \"sesame\nlisten = 1",
    )
    .unwrap();
    let output = run(path, &["migrate"], &[]);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("sesame"));
    refuses(path, &["migrate"], &[], &["zapis.toml", "line 1"]);
    std::fs::write(path.join("zapis.toml"), "listen = 8080").unwrap();
    refuses(path, &["migrate"], &[], &["zapis.toml", "listen"]);
    std::fs::write(path.join("zapis.toml"), "colour = \"red\"").unwrap();
    refuses(path, &["migrate"], &[], &["colour is not a setting"]);
    for usage in [
        &["dance"][..],
        &["demo", "--scale", "huge"],
        &["backup"],
        &[],
    ] {
        assert_eq!(run(path, usage, &[]).status.code(), Some(2), "{usage:?}");
    }
}

/// What a container's settings leave empty is not set.
#[test]
fn empty_variables_do_not_count() {
    let variables = [("ZAPIS_SMTP_URL", ""), ("ZAPIS_SITE_NAME", "Miasto")];
    let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let config = Config::from_parts("smtp_url = 'smtp://a'", variables.into_iter()).unwrap();
    assert_eq!(config.smtp_url.as_deref(), Some("smtp://a"));
    assert_eq!(config.site_name, "Miasto");
}

#[test]
fn a_backup_is_the_database_and_never_overwrites() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    refuses(path, &["backup", "copy.db"], &[], &["no database"]);
    succeeds(path, &["migrate"]);
    let said = succeeds(path, &["backup", "copy.db"]);
    assert!(
        said.contains("copy.db") && said.contains("Not in it: the key file"),
        "{said}"
    );
    let mode = std::fs::metadata(path.join("copy.db"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    refuses(path, &["backup", "copy.db"], &[], &["never overwritten"]);
    refuses(path, &["restore", "copy.db"], &[], &["zapis.db is there"]);
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(path.join(format!("zapis.db{ending}")));
    }
    refuses(
        path,
        &["restore", "nowhere.db"],
        &[],
        &["cannot read nowhere.db"],
    );
    std::fs::write(path.join("other"), "something else").unwrap();
    refuses(path, &["restore", "other"], &[], &["not a backup"]);
    let bytes = std::fs::read(path.join("copy.db")).unwrap();
    std::fs::write(path.join("torn"), &bytes[..5_000]).unwrap();
    refuses(path, &["restore", "torn"], &[], &["cannot restore torn"]);
    assert!(!path.join("zapis.db").exists());
    succeeds(path, &["restore", "copy.db"]);
    assert!(succeeds(path, &["migrate"]).starts_with("0 migrations"));
    let postgres = [("ZAPIS_DATABASE_URL", "postgres://nobody@127.0.0.1:1/x")];
    refuses(path, &["restore", "copy.db"], &postgres, &["pg_restore"]);
}

/// `zapis doctor | head -1`: whoever reads no further has seen enough.
#[test]
fn whoever_reads_no_further_breaks_nothing() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let list = "id,given_name,surname,date_of_birth\n1,Jan,Lis,2015-03-09\n2,Jan,Lis,2015-03-09\n";
    std::fs::write(path.join("list.csv"), list).unwrap();
    for arguments in [
        &["doctor"][..],
        &["migrate"],
        &["routes"],
        &["identity", "pairs", "list.csv"],
        &["import", "people", "none.csv"],
    ] {
        let read = run(path, arguments, &[]).status.code();
        let gone = || {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            writer
        };
        let mut command = zapis(path, arguments, &[]);
        let output = command
            .stdout(gone())
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), read, "{arguments:?}: {said}");
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
        let nobody = zapis(path, arguments, &[])
            .stdout(gone())
            .stderr(gone())
            .status()
            .unwrap();
        assert_eq!(nobody.code(), read, "{arguments:?}");
    }
}

#[test]
fn routes_are_listed() {
    let folder = TempDir::new().unwrap();
    let said = succeeds(folder.path(), &["routes"]);
    for line in [
        "GET,HEAD       /courses/{course}",
        "POST           /sign-out",
        "GET,HEAD,POST  /sign-in",
        "GET,HEAD       /healthz",
    ] {
        assert!(
            said.lines().any(|other| other == line),
            "no {line:?} in\n{said}"
        );
    }
    assert!(!said.contains("/dev/"), "{said}");
    let demo = zapis::web::routes(true);
    assert!(demo.iter().any(|route| route.path == "/dev/mail"));
    assert!(demo.len() > said.lines().count());
}

/// A demo that is stopped when the test ends, however it ends.
struct Demo(Child);

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

#[test]
fn a_stop_answers_what_runs_and_ends_well() {
    let folder = TempDir::new().unwrap();
    let mut command = zapis(
        folder.path(),
        &["demo", "--listen", "127.0.0.1:0", "--dir", "."],
        &[],
    );
    let mut demo = Demo(command.stdout(Stdio::piped()).spawn().unwrap());
    let lines = BufReader::new(demo.0.stdout.take().unwrap()).lines();
    let mut lines = lines.map_while(Result::ok);
    let line = lines.find(|line| line.contains("http://")).unwrap();
    let address = line.rsplit("http://").next().unwrap().to_owned();
    let mut stream = TcpStream::connect(&address).unwrap();
    let head = "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\
        Content-Type: application/x-www-form-urlencoded\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    // The server asks for the body once the request runs.
    let mut go_on = [0; 25];
    stream.read_exact(&mut go_on).unwrap();
    assert!(go_on.starts_with(b"HTTP/1.1 100"));
    let id = demo.0.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .unwrap()
            .success()
    );
    while TcpStream::connect(&address).is_ok() {
        std::thread::yield_now();
    }
    stream.write_all(b"a=b").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 403") && answer.contains("</html>"),
        "{answer}"
    );
    assert_eq!(demo.0.wait().unwrap().code(), Some(0));
}
