//! A browser in few instructions: one kept connection, HTTP/1.1, cookies by hand.

use anyhow::{Context as _, bail};
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::header::{ACCEPT_ENCODING, CONTENT_TYPE, COOKIE, HOST, LOCATION};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Where a redirect leads.
    pub location: Option<String>,
    /// The body, as it came.
    pub body: Bytes,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One kept connection.
#[derive(Debug)]
pub struct Client {
    host: String,
    sender: SendRequest<Full<Bytes>>,
}

impl Client {
    /// Connects to `http://HOST:PORT`.
    pub async fn connect(url: &str) -> anyhow::Result<Self> {
        let host = url
            .strip_prefix("http://")
            .context("the address must begin with http://")?;
        let host = host.trim_end_matches('/').to_owned();
        let stream = TcpStream::connect(&host)
            .await
            .with_context(|| format!("no server at {url}"))?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { host, sender })
    }

    /// GET with a session; an empty one is a visitor. `packed` asks for compressed bodies, as browsers do.
    pub async fn get(&mut self, path: &str, session: &str, packed: bool) -> anyhow::Result<Answer> {
        let mut request = Request::get(path).header(HOST, &self.host);
        if packed {
            request = request.header(ACCEPT_ENCODING, "gzip, deflate, br");
        }
        self.send(request, session, Bytes::new()).await
    }

    /// POST of a form.
    pub async fn post(
        &mut self,
        path: &str,
        session: &str,
        form: String,
    ) -> anyhow::Result<Answer> {
        let request = Request::post(path).header(HOST, &self.host);
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, session, form.into()).await
    }

    async fn send(
        &mut self,
        request: hyper::http::request::Builder,
        session: &str,
        body: Bytes,
    ) -> anyhow::Result<Answer> {
        let request = request.header(COOKIE, format!("zapis_session={session}; zapis_lang=pl"));
        self.sender.ready().await?;
        let response = self
            .sender
            .send_request(request.body(Full::new(body))?)
            .await?;
        let location = response
            .headers()
            .get(LOCATION)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned);
        let status = response.status().as_u16();
        let body = response.into_body().collect().await?.to_bytes();
        Ok(Answer {
            status,
            location,
            body,
        })
    }
}

/// Lines that a demo-only address answers with; each split at blanks.
pub async fn ask(url: &str, path: &str, body: String) -> anyhow::Result<Vec<Vec<String>>> {
    let answer = Client::connect(url).await?.post(path, "", body).await?;
    if answer.status != 200 {
        bail!("{path} answered {}: is this a demo?", answer.status);
    }
    Ok(answer
        .text()
        .lines()
        .map(|line| line.split(' ').map(str::to_owned).collect())
        .collect())
}
