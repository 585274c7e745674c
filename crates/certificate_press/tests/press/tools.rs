//! The programs that look at what was printed.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// A printed certificate in a folder of its own.
pub struct Printed {
    folder: TempDir,
}

impl Printed {
    pub fn new(pdf: &[u8]) -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("certificate.pdf"), pdf).unwrap();
        Self { folder }
    }

    /// What `program` says when it is given the file between these arguments.
    pub fn seen_by(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output = Command::new(program)
            .args(before)
            .arg("certificate.pdf")
            .args(after)
            .current_dir(self.folder.path())
            .output()
            .unwrap_or_else(|error| {
                panic!("`{program}` is needed (Debian: qpdf, poppler-utils, zbar-tools): {error}")
            });
        assert!(
            output.status.success(),
            "{program}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Its text in reading order, every run of white space one space.
    pub fn text(&self) -> String {
        let text = self.seen_by("pdftotext", &["-enc", "UTF-8"], &["-"]);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn pages(&self) -> usize {
        self.seen_by("qpdf", &["--show-npages"], &[])
            .trim()
            .parse()
            .unwrap()
    }

    /// What the QR on the last page says to an independent decoder.
    pub fn qr(&self) -> String {
        self.seen_by(
            "pdftoppm",
            &[
                "-r",
                "150",
                "-png",
                "-singlefile",
                "-f",
                &self.pages().to_string(),
            ],
            &["page"],
        );
        let picture = self.folder.path().join("page.png");
        let output = Command::new("zbarimg")
            .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
            .arg(picture)
            .output();
        let output = output.expect("`zbarimg` is needed (Debian: zbar-tools)");
        String::from_utf8(output.stdout)
            .unwrap()
            .trim_end()
            .to_owned()
    }

    /// Its objects as qpdf understands them.
    pub fn objects(&self) -> Objects {
        let json = self.seen_by(
            "qpdf",
            &[
                "--json=2",
                "--json-stream-data=inline",
                "--decode-level=all",
            ],
            &[],
        );
        let json: Value = serde_json::from_str(&json).unwrap();
        Objects(json["qpdf"][1].clone())
    }

    /// The box around every word: page, then left, top, right, bottom in points, and the page's width and height.
    pub fn word_boxes(&self) -> Vec<([f64; 4], [f64; 2])> {
        self.seen_by("pdftotext", &["-bbox"], &["words.html"]);
        let html =
            std::fs::read_to_string(PathBuf::from(self.folder.path()).join("words.html")).unwrap();
        let mut page = [0.0; 2];
        let mut words = Vec::new();
        for line in html.lines() {
            if line.contains("<page ") {
                page = [attribute(line, "width"), attribute(line, "height")];
            } else if line.contains("<word ") {
                words.push((
                    ["xMin", "yMin", "xMax", "yMax"].map(|name| attribute(line, name)),
                    page,
                ));
            }
        }
        words
    }
}

fn attribute(line: &str, name: &str) -> f64 {
    let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
    rest.split_once('"').unwrap().0.parse().unwrap()
}

/// A document's objects.
pub struct Objects(Value);

impl Objects {
    pub fn trailer(&self) -> &Value {
        &self.0["trailer"]["value"]
    }

    pub fn root(&self) -> &Value {
        self.follow(&self.trailer()["/Root"])
    }

    /// The object that `value` refers to, or itself; of a stream the dictionary.
    pub fn follow<'a>(&'a self, value: &'a Value) -> &'a Value {
        let Some(object) = value
            .as_str()
            .and_then(|name| self.0.get(format!("obj:{name}")))
        else {
            return value;
        };
        if object.get("stream").is_some() {
            &object["stream"]["dict"]
        } else {
            &object["value"]
        }
    }

    /// The decoded content of the stream that `value` refers to.
    pub fn stream(&self, value: &Value) -> Vec<u8> {
        let object = &self.0[format!("obj:{}", value.as_str().unwrap())];
        data_encoding::BASE64
            .decode(object["stream"]["data"].as_str().unwrap().as_bytes())
            .unwrap()
    }

    /// Every dictionary anywhere whose `key` is `name`.
    pub fn all_with(&self, key: &str, name: &str) -> Vec<&Value> {
        let mut found = Vec::new();
        let mut open = vec![&self.0];
        while let Some(value) = open.pop() {
            if value.get(key).and_then(Value::as_str) == Some(name) {
                found.push(value);
            }
            match value {
                Value::Array(values) => open.extend(values),
                Value::Object(values) => open.extend(values.values()),
                _ => {}
            }
        }
        found
    }
}
