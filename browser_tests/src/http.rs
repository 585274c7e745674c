//! Files that a browser would save, and the demo's own addresses, asked for without a page.

use anyhow::{Context as _, Result, ensure};
use thirtyfour::By;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Walk;

impl Walk {
    /// Fetches a file as the browser would, with its cookies: status, and the body.
    pub async fn download(&self, path: &str) -> Result<(u16, Vec<u8>)> {
        self.ask("GET", path, &self.cookies().await?, "").await
    }

    /// Sends what is filled in and ticked of the form with this `id`, as its button of this value would, to the address
    /// of the form, where a file is made of it: status, and the body.
    pub async fn download_chosen(&self, id: &str, deed: &str) -> Result<(u16, Vec<u8>)> {
        let form = self.visible(&format!("form[id={id}]")).await?;
        let path = form.attr("action").await?.context("no address")?;
        let filled = format!(
            "form[id={id}] input[type=hidden], form[id={id}] :checked, input[form={id}]:checked"
        );
        let mut fields = vec![("deed".to_owned(), deed.to_owned())];
        for field in self.driver().find_all(By::Css(filled)).await? {
            let name = field.attr("name").await?.unwrap_or_default();
            fields.push((name, field.prop("value").await?.unwrap_or_default()));
        }
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        let body = body.join("&");
        let headers = format!(
            "{}Origin: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
            self.cookies().await?,
            self.site.address,
            body.len()
        );
        self.ask("POST", &path, &headers, &body).await
    }

    async fn cookies(&self) -> Result<String> {
        let mut cookies = Vec::new();
        for cookie in self.driver().get_all_cookies().await? {
            cookies.push(format!("{}={}", cookie.name, cookie.value));
        }
        Ok(format!("Cookie: {}\r\n", cookies.join("; ")))
    }

    /// Has the demo make a course of one group with so many places and so many more on its waiting list: addresses of the
    /// course and of joining the group.
    pub async fn make_group(&self, places: usize, waiting: usize) -> Result<(String, String)> {
        let path = format!("/dev/groups?groups=1&places={places}&waiting={waiting}");
        let (course, group) = self.make(&path, "").await?;
        Ok((
            format!("/courses/{course}"),
            format!("/courses/{course}/groups/{group}/join"),
        ))
    }

    /// Has the demo make a course of two groups with a place each, which are given by a draw and the wishes of families: the
    /// addresses of joining.
    pub async fn make_ranked(&self) -> Result<Vec<String>> {
        let path = "/dev/groups?groups=2&places=2&allocation=ranked";
        let answer = self.post(path, "").await?;
        let forms = answer.lines().map(|line| {
            let (course, group) = line.split_once(' ').context("no ids")?;
            Ok(format!("/courses/{course}/groups/{group}/join"))
        });
        forms.collect()
    }

    /// Has the demo close the windows of all groups whose places are drawn, and draw.
    pub async fn hold_draws(&self) -> Result<()> {
        self.post("/dev/draws", "").await.map(drop)
    }

    /// Has the demo make a group that meets now, where those attend whose sign-ins these are: the address of staff's page of
    /// the group.
    pub async fn make_meeting(&self, sign_ins: &[String]) -> Result<String> {
        let (_, group) = self.make("/dev/meetings", &sign_ins.join("\n")).await?;
        Ok(format!("/staff/groups/{group}"))
    }

    /// Has the demo make a finished group, for which those have certificates whose sign-ins these are: the addresses of their
    /// pages for staff.
    pub async fn make_certificates(&self, sign_ins: &[String]) -> Result<Vec<String>> {
        let answer = self.post("/dev/certificates", &sign_ins.join("\n")).await?;
        let pages = answer.lines().map(|line| {
            let id = line.split('/').rev().nth(1).context("no enrolment")?;
            Ok(format!("/staff/enrolments/{id}"))
        });
        pages.collect()
    }

    /// Has the demo make something: the two ids that it answers.
    async fn make(&self, path: &str, body: &str) -> Result<(String, String)> {
        let answer = self.post(path, body).await?;
        let (first, second) = answer.trim().split_once(' ').context("no ids")?;
        Ok((first.to_owned(), second.to_owned()))
    }

    async fn post(&self, path: &str, body: &str) -> Result<String> {
        let length = format!("Content-Length: {}\r\n", body.len());
        let (status, answer) = self.ask("POST", path, &length, body).await?;
        let answer = String::from_utf8(answer)?;
        ensure!(status == 200, "{path}: {status} {answer}");
        Ok(answer)
    }

    async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &str,
        body: &str,
    ) -> Result<(u16, Vec<u8>)> {
        let host = self.site.address.trim_start_matches("http://");
        let mut connection = TcpStream::connect(host).await?;
        // HTTP/1.0: the body comes whole and ends with the connection.
        let request = format!("{method} {path} HTTP/1.0\r\nHost: {host}\r\n{headers}\r\n{body}");
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
}

/// A value as forms send it.
fn encoded(value: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    value.bytes().map(byte).collect()
}
