//! Files that a browser would save, and the demo's own addresses, asked for without a page.

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
        self.ask(
            "GET",
            path,
            &format!("Cookie: {}\r\n", cookies.join("; ")),
            "",
        )
        .await
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

    /// Has the demo make a group that meets now, where those attend whose sign-ins these are: the address of staff's page of
    /// the group.
    pub async fn make_meeting(&self, sign_ins: &[String]) -> Result<String> {
        let (_, group) = self.make("/dev/meetings", &sign_ins.join("\n")).await?;
        Ok(format!("/staff/groups/{group}"))
    }

    /// Has the demo make something: the two ids that it answers.
    async fn make(&self, path: &str, body: &str) -> Result<(String, String)> {
        let length = format!("Content-Length: {}\r\n", body.len());
        let (status, answer) = self.ask("POST", path, &length, body).await?;
        let answer = String::from_utf8(answer)?;
        ensure!(status == 200, "{path}: {status} {answer}");
        let (first, second) = answer.trim().split_once(' ').context("no ids")?;
        Ok((first.to_owned(), second.to_owned()))
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
