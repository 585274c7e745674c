//! What comes in as a file: only what its name says, whole, not too large; whatever is refused leaves nothing behind.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::{Body, Bytes};
use axum::http::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use futures_util::stream;
use jiff::SignedDuration;
use zapis::config::Config;
use zapis::files::{Files, Kind, NotTaken};

use crate::materials::{PDF, kept, list, operator};
use crate::site::{Site, on_both};
use crate::web::ask;

/// Everything that lies in the folder of files.
fn stored(site: &Site) -> Vec<PathBuf> {
    let folder = site.app.config.files_url.strip_prefix("file:").unwrap();
    let entries = std::fs::read_dir(format!("{folder}/materials"));
    entries.map_or_else(
        |_| Vec::new(),
        |entries| entries.map(|entry| entry.unwrap().path()).collect(),
    )
}

/// A package with these parts.
pub fn package(parts: &[&str]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for part in parts {
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        let (name, content) = part.split_once('=').unwrap_or((part, "x"));
        writer.start_file(name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

on_both! {
    async fn content_must_be_what_the_name_says(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut wanda = operator(&site, &training).await;
        let page = kept(&training);
        let word = package(&["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
        let macros = package(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]);
        let sheet = package(&["[Content_Types].xml", "xl/workbook.xml"]);
        let open = package(&["mimetype=application/vnd.oasis.opendocument.text", "content.xml"]);
        let plain = package(&["notes.txt"]);
        let other = "Nothing was kept";
        let refused: &[(&str, &[u8], &str)] = &[
            ("zip named pdf.pdf", &plain, "The content is not what the ending .pdf says"),
            ("picture.png", PDF, "The content is not what the ending .png says"),
            ("program.txt", b"MZ\x90\0\x03", "The content is not what the ending .txt says"),
            ("paper.txt", PDF, "The content is not what the ending .txt says"),
            ("old.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "The content is not what the ending .docx says"),
            ("macros.docx", &macros, "The content is not what the ending .docx says"),
            ("sheet.docx", &sheet, "The content is not what the ending .docx says"),
            ("half.zip", &plain[..plain.len() / 2], "The content is not what the ending .zip says"),
            ("sheet.ods", &open, "The content is not what the ending .ods says"),
            ("list.pdf.exe", PDF, "Files ending in .exe are not taken"),
            ("list.exe.pdf", PDF, "two endings can deceive"),
            ("page.html", b"<script>", "Files ending in .html are not taken"),
            ("picture.svg", b"<svg>", "Files ending in .svg are not taken"),
            ("noending", PDF, "has no ending"),
            ("empty.pdf", b"", "The file is empty"),
            ("", b"", "Choose a file"),
        ];
        for (name, content, why) in refused {
            wanda.get(&page).await.is(200).says_not(other);
            wanda.upload(&page, &[("from_start", "yes")], (name, content)).await.is(422)
                .says(why).says("value=\"yes\" checked");
            assert_eq!(stored(&site), Vec::<PathBuf>::new(), "{name}");
        }
        for (name, content) in [("a.docx", &word), ("a.odt", &open), ("a.zip", &word), ("a.xlsx", &sheet)] {
            wanda.get(&page).await.is(200);
            wanda.upload(&page, &[], (name, content)).await.goes_to(&page);
        }
        assert_eq!(stored(&site).len(), 4);
        assert_eq!(list(&site, training.group_id).await.len(), 4);
    }

    async fn a_torn_upload_leaves_nothing(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut wanda = operator(&site, &training).await;
        let page = kept(&training);
        wanda.get(&page).await.is(200);
        let csrf = wanda.last.input("csrf").unwrap();
        let begin = format!("--line\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n\
            --line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\n");
        // The line breaks.
        let more = (0..20).map(|_| Ok(Bytes::from(vec![b'a'; 1 << 18])));
        let pieces = std::iter::once(Ok(Bytes::from(begin.clone()))).chain(more).chain([Err(std::io::Error::other("torn"))]);
        wanda.upload_body(&page, Body::from_stream(stream::iter(pieces.collect::<Vec<_>>()))).await.is(422).says("did not arrive whole");
        assert_eq!(stored(&site), Vec::<PathBuf>::new());
        // The browser goes away: the request is dropped in the middle.
        wanda.get(&page).await.is(200);
        let (seen, sent) = (Arc::new(tokio::sync::Notify::new()), begin);
        let told = seen.clone();
        let endless = stream::unfold(0_u32, move |count| {
            let piece = if count == 0 { Bytes::from(sent.clone()) } else { Bytes::from(vec![b'a'; 1 << 18]) };
            if count == 20 { told.notify_one(); }
            async move {
                if count > 20 { std::future::pending::<()>().await; }
                Some((Ok::<_, std::io::Error>(piece), count + 1))
            }
        });
        tokio::select! {
            _ = wanda.upload_body(&page, Body::from_stream(endless)) => panic!("it never ends"),
            () = seen.notified() => {}
        }
        let gone = async {
            while !stored(&site).is_empty() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(20), gone).await.expect("what was begun disappears");
        assert_eq!(list(&site, training.group_id).await.len(), 0);
    }

    async fn files_that_nobody_knows_are_swept(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut wanda = operator(&site, &training).await;
        wanda.get(&kept(&training)).await;
        wanda.upload(&kept(&training), &[], ("a.pdf", PDF)).await.is(303);
        let known = stored(&site);
        let folder = known[0].parent().unwrap().to_owned();
        std::fs::write(folder.join("unknown"), "x").unwrap();
        std::fs::write(folder.join("begun#1"), "x").unwrap();
        let start = site.now();
        let written = std::fs::metadata(folder.join("unknown")).unwrap().modified().unwrap();
        let written = jiff::Timestamp::try_from(written).unwrap();
        site.app.clock.advance(written.duration_since(start) + SignedDuration::from_hours(23));
        zapis::materials::worker::sweep(&site.app).await.unwrap();
        assert_eq!(stored(&site).len(), 3);
        site.app.clock.advance(SignedDuration::from_hours(2));
        zapis::materials::worker::sweep(&site.app).await.unwrap();
        assert_eq!(stored(&site), known);
    }
}

#[tokio::test]
async fn a_gigabyte_is_refused_unread_and_too_much_leaves_nothing() {
    const CHUNK: usize = 64 * 1024;
    let site = Site::real(Config::default()).await;
    let pulled = Arc::new(AtomicUsize::new(0));
    let counter = pulled.clone();
    let chunks = (0..1 << 14).map(move |_| {
        counter.fetch_add(CHUNK, Ordering::Relaxed);
        Ok::<_, std::io::Error>(Bytes::from(vec![b'a'; CHUNK]))
    });
    let request = Request::post("/staff/groups/1/materials")
        .header(CONTENT_TYPE, "multipart/form-data; boundary=line")
        .header(CONTENT_LENGTH, 1_u64 << 30);
    let body = Body::from_stream(stream::iter(chunks));
    let refused = ask(site.router(), request, body).await;
    refused.is_page(413, "pl");
    let page = refused.text();
    assert!(page.contains("100\u{a0}MB"), "{page}");
    assert!(
        page.contains("href=\"/staff/groups/1/materials\""),
        "{page}"
    );
    assert_eq!(pulled.load(Ordering::Relaxed), 0);

    let folder = tempfile::tempdir().unwrap();
    let config = Config {
        files_url: format!("file:{}", folder.path().display()),
        ..Config::default()
    };
    let files = Files::of(&config).unwrap();
    let kind = Kind::of_ending("pdf").unwrap();
    let pulled = Arc::new(AtomicUsize::new(0));
    let counter = pulled.clone();
    let endless = (0..1000).map(move |_| {
        counter.fetch_add(1, Ordering::Relaxed);
        Ok::<_, std::io::Error>(Bytes::from(
            [b"%PDF-".as_slice(), &vec![b'a'; 100_000]].concat(),
        ))
    });
    let refused = files
        .receive("materials/a", kind, 1_000_000, stream::iter(endless))
        .await;
    assert!(matches!(refused, Err(NotTaken::TooLarge)), "{refused:?}");
    assert!(pulled.load(Ordering::Relaxed) <= 11);
    let left = std::fs::read_dir(folder.path().join("materials")).unwrap();
    assert_eq!(left.count(), 0);
}

#[test]
fn settings_that_name_no_place_are_refused() {
    for (files_url, clamav) in [
        ("ftp://files", None),
        ("s3:///prefix", None),
        ("file:files", Some("clamd")),
    ] {
        let config = Config {
            files_url: files_url.into(),
            clamav: clamav.map(str::to_owned),
            ..Config::default()
        };
        let said = Files::of(&config).unwrap_err().to_string();
        assert!(said.starts_with("ZAPIS_"), "{said}");
    }
}
