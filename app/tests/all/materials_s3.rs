//! Files in a bucket: moto, a server that speaks S3 and checks signatures, stands in for Amazon's.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use axum::body::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use zapis::commands::doctor::{Verdict, examine};
use zapis::config::Config;
use zapis::files::{Files, Kind, NotTaken};

use crate::completed::send_survey;
use crate::materials::{kept, list, operator};
use crate::site::{START, Site};

struct Moto {
    process: Child,
    place: String,
    key: (String, String),
}

impl Drop for Moto {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Moto {
    /// A server with a bucket `zapis` and one user who may use it; everybody else is refused.
    async fn start() -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/moto/bin/moto_server");
        let program = std::env::var_os("MOTO_SERVER").unwrap_or_else(|| here.into());
        let mut process = Command::new(program)
            .args(["-H", "127.0.0.1", "-p", "0"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("moto is there: scripts/test installs it");
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let place = tokio::task::spawn_blocking(move || {
            let said = lines.find_map(|line| Some(line.ok()?.split_once("http://")?.1.to_owned()));
            // Whatever it says later is read, so that it never waits.
            std::thread::spawn(move || lines.for_each(drop));
            said
        });
        let place = place.await.unwrap().expect("it says where it listens");
        let mut moto = Self {
            process,
            place: place.trim().to_owned(),
            key: (String::new(), String::new()),
        };
        moto.ask("PUT", "/zapis", "").await;
        moto.ask(
            "POST",
            "/",
            "Action=CreateUser&UserName=zapis&Version=2010-05-08",
        )
        .await;
        let policy = "Action=PutUserPolicy&UserName=zapis&PolicyName=all&Version=2010-05-08&PolicyDocument=\
            %7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3A%2A%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D";
        moto.ask("POST", "/", policy).await;
        let made = moto
            .ask(
                "POST",
                "/",
                "Action=CreateAccessKey&UserName=zapis&Version=2010-05-08",
            )
            .await;
        let part = |name: &str| {
            let rest = made.split_once(&format!("<{name}>")).expect("a key").1;
            rest.split('<').next().unwrap_or_default().to_owned()
        };
        moto.key = (part("AccessKeyId"), part("SecretAccessKey"));
        moto.ask("POST", "/moto-api/reset-auth", "0").await;
        moto
    }

    /// Asks it something as its administrator.
    async fn ask(&self, method: &str, path: &str, body: &str) -> String {
        let kind = if path == "/" {
            "application/x-www-form-urlencoded"
        } else {
            "text/plain"
        };
        let service = if path == "/" { "iam" } else { "s3" };
        let request = format!(
            "{method} {path} HTTP/1.0\r\nHost: {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
             Authorization: AWS4-HMAC-SHA256 Credential=x/20261122/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=x\r\n\r\n{body}",
            self.place,
            body.len()
        );
        let mut line = TcpStream::connect(&self.place).await.unwrap();
        line.write_all(request.as_bytes()).await.unwrap();
        let mut said = String::new();
        line.read_to_string(&mut said).await.unwrap();
        assert!(
            said.lines()
                .next()
                .is_some_and(|status| status.contains(" 200 ")),
            "{path}: {said}"
        );
        said
    }

    fn config(&self) -> Config {
        Config {
            files_url: "s3://zapis/city/files".into(),
            s3_endpoint: Some(format!("http://{}", self.place)),
            s3_region: Some("us-east-1".into()),
            s3_access_key_id: Some(self.key.0.clone()),
            s3_secret_access_key: Some(self.key.1.clone()),
            ..Config::default()
        }
    }
}

/// A PDF of so many megabytes, in pieces as they come from the network.
fn long(megabytes: u8) -> Vec<Bytes> {
    let first = Bytes::from_static(b"%PDF-1.7\n");
    let rest = (0..megabytes).map(|number| Bytes::from(vec![number; 1 << 20]));
    std::iter::once(first).chain(rest).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_lie_in_a_bucket() {
    let moto = Moto::start().await;
    let files = Files::of(&moto.config()).unwrap();
    let kind = Kind::of_ending("pdf").unwrap();
    let pieces = long(20);
    let content = pieces.concat();
    let coming = stream::iter(pieces.into_iter().map(Ok::<_, std::io::Error>));
    let facts = files
        .receive("materials/long", kind, 1 << 30, coming)
        .await
        .unwrap();
    assert_eq!(facts.size, content.len() as u64);
    let read = async |part| {
        let pieces = files.read("materials/long", part).await.unwrap();
        pieces.try_collect::<Vec<Bytes>>().await.unwrap().concat()
    };
    assert!(read(None).await == content);
    assert!(read(Some(9_000_000..9_000_100)).await == content[9_000_000..9_000_100]);

    // What is refused or torn after parts of it were sent leaves neither a file nor parts.
    let torn = stream::iter(long(20).into_iter().map(Ok)).chain(stream::iter([Err(())]));
    let refused = files.receive("materials/torn", kind, 1 << 30, torn).await;
    assert!(matches!(refused, Err(NotTaken::Torn)), "{refused:?}");
    let coming = stream::iter(long(20).into_iter().map(Ok::<_, std::io::Error>));
    let refused = files
        .receive("materials/torn", kind, 18 << 20, coming)
        .await;
    assert!(matches!(refused, Err(NotTaken::TooLarge)), "{refused:?}");
    assert!(files.read("materials/torn", None).await.is_err());

    files.delete("materials/long").await.unwrap();
    files.delete("materials/long").await.unwrap();
    assert!(files.read("materials/long", None).await.is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn materials_come_from_the_bucket_and_doctor_asks_it() {
    let moto = Moto::start().await;
    let site = Site::real(moto.config()).await;
    let training = site.training("Tablica od podstaw").publish().await;
    let mut wanda = operator(&site, &training).await;
    wanda.get(&kept(&training)).await.is(200);
    let content = long(1).concat();
    wanda
        .upload(&kept(&training), &[], ("a.pdf", &content))
        .await
        .is(303);
    let material = list(&site, training.group_id).await.remove(0);
    let mut anna = site
        .participant("Anna Kowalska", "anna@school.example")
        .await;
    let id = site
        .enrolled("anna@school.example", &training, "completed")
        .await;
    let address = format!("/my/trainings/{id}/materials/{}", material.id);
    anna.get(&address).await.is(404);
    send_survey(&mut anna, id).await.is(303);
    assert!(anna.get(&address).await.is(200).bytes == content);
    let part = anna.get_with(&address, &[("range", "bytes=1-3")]).await;
    assert_eq!(part.is(206).bytes, b"PDF");
    let known = std::collections::HashSet::from([material.object_key.clone()]);
    let later = site.now() + jiff::SignedDuration::from_hours(24 * 400);
    assert_eq!(
        site.app
            .files
            .sweep("materials", &known, later)
            .await
            .unwrap(),
        0
    );
    assert_eq!(
        site.app
            .files
            .sweep("materials", &std::collections::HashSet::new(), later)
            .await
            .unwrap(),
        1
    );
    anna.get(&address).await.is(503);

    let verdict = async |config: Config| {
        let findings = examine(&config, START.parse().unwrap()).await;
        let about = findings.into_iter().find(|one| one.said.contains("s3://"));
        about.unwrap().verdict
    };
    assert_eq!(verdict(moto.config()).await, Verdict::Fine);
    let other_secret = Config {
        s3_secret_access_key: Some("not the secret".into()),
        ..moto.config()
    };
    assert!(matches!(verdict(other_secret).await, Verdict::Mend(_)));
}
