//! A mail server over real sockets: takes letters, and does to us what mail servers do.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use data_encoding::BASE64;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// The authority that signed the server's certificate, for `ca=`.
pub const AUTHORITY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/all/smtp/authority.pem");
const CERTIFICATE: &[u8] = include_bytes!("smtp/server.pem");
const KEY: &[u8] = include_bytes!("smtp/server.key");

/// The only user and password, as AUTH PLAIN sends them.
const SIGN_IN: &[u8] = b"\0zapis@mail.example\0za\xc5\xbc\xc3\xb3\xc5\x82\xc4\x87:/";

/// What the server does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Takes every letter.
    Takes,
    /// Answers a recipient whose address begins with the first text with the second.
    Answers(&'static str, &'static str),
    /// Accepts connections and never says a word.
    Hangs,
    /// Closes the connection in the middle of a letter.
    Drops,
    /// Closes every connection at once.
    Down,
}

/// A letter that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    pub to: String,
    pub data: String,
    pub encrypted: bool,
    pub signed_in: bool,
}

impl Taken {
    /// The value of a header, as it stands in the message.
    pub fn header(&self, name: &str) -> &str {
        let begin = format!("\r\n{name}: ");
        let at = self.data.find(&begin).expect("the header is there") + begin.len();
        self.data[at..].split("\r\n").next().unwrap()
    }
}

struct State {
    mood: Mutex<Mood>,
    taken: watch::Sender<Vec<Taken>>,
    greetings: watch::Sender<usize>,
    /// Lines that are open; raising `hung_up` closes them.
    open: watch::Sender<usize>,
    hung_up: watch::Sender<usize>,
    extensions: &'static [&'static str],
    tls: TlsAcceptor,
}

/// The server; it ends with the runtime of the test.
#[derive(Clone)]
pub struct MailServer {
    state: Arc<State>,
    address: SocketAddr,
}

impl MailServer {
    /// A server that offers neither TLS nor sign-in.
    pub async fn start() -> Self {
        Self::offering(&[]).await
    }

    /// A server that offers these extensions: `STARTTLS`, `AUTH PLAIN`.
    pub async fn offering(extensions: &'static [&'static str]) -> Self {
        let chain = CertificateDer::pem_slice_iter(CERTIFICATE).collect::<Result<_, _>>();
        let key = PrivateKeyDer::from_pem_slice(KEY).unwrap();
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let tls = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain.unwrap(), key)
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            state: Arc::new(State {
                mood: Mutex::new(Mood::Takes),
                taken: watch::Sender::default(),
                greetings: watch::Sender::default(),
                open: watch::Sender::default(),
                hung_up: watch::Sender::default(),
                extensions,
                tls: TlsAcceptor::from(Arc::new(tls)),
            }),
        };
        let state = server.state.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (state, mut hung_up) = (state.clone(), state.hung_up.subscribe());
                state.open.send_modify(|count| *count += 1);
                tokio::spawn(async move {
                    tokio::select! {
                        () = serve(state.clone(), stream) => {}
                        _ = hung_up.changed() => {}
                    }
                    state.open.send_modify(|count| *count -= 1);
                });
            }
        });
        server
    }

    /// `smtp://` with what stands before and after the host; the host is a name, since certificates are made out to names.
    pub fn address(&self, user: &str, query: &str) -> String {
        format!("smtp://{user}localhost:{}{query}", self.address.port())
    }

    pub fn feels(&self, mood: Mood) {
        *self.state.mood.lock().unwrap() = mood;
    }

    /// Letters taken so far, in order.
    pub fn taken(&self) -> Vec<Taken> {
        self.state.taken.borrow().clone()
    }

    /// Returns once so many letters were taken.
    pub async fn has_taken(&self, count: usize) -> Vec<Taken> {
        let mut watched = self.state.taken.subscribe();
        watched
            .wait_for(|taken| taken.len() >= count)
            .await
            .unwrap()
            .clone()
    }

    /// Closes all connections, as servers do with those that are idle.
    pub async fn hangs_up(&self) {
        self.state.hung_up.send_modify(|count| *count += 1);
        let mut open = self.state.open.subscribe();
        open.wait_for(|count| *count == 0).await.unwrap();
    }

    /// How many connections there were.
    pub fn connections(&self) -> usize {
        *self.state.greetings.borrow()
    }
}

async fn serve(state: Arc<State>, mut stream: TcpStream) {
    state.greetings.send_modify(|count| *count += 1);
    let mood = *state.mood.lock().unwrap();
    match mood {
        Mood::Hangs => std::future::pending().await,
        Mood::Down => return,
        _ => {}
    }
    let _ = stream.write_all(b"220 mail.example ready\r\n").await;
    let mut plain = BufReader::new(stream);
    if let Ok(After::StartTls) = converse(&state, &mut plain, false).await
        && let Ok(encrypted) = state.tls.accept(plain.into_inner()).await
    {
        let _ = converse(&state, &mut BufReader::new(encrypted), true).await;
    }
}

enum After {
    Nothing,
    StartTls,
}

async fn converse<S>(state: &State, stream: &mut BufReader<S>, encrypted: bool) -> io::Result<After>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (mut to, mut signed_in) = (String::new(), false);
    while let Some(line) = line(stream).await? {
        let (verb, rest) = line.split_once(' ').unwrap_or((&line, ""));
        let answer = match verb {
            "EHLO" => {
                let offered = state.extensions.iter();
                let offered = offered.filter(|name| !(encrypted && **name == "STARTTLS"));
                let lines: Vec<_> = offered.map(|name| format!("250-{name}\r\n")).collect();
                format!("250-mail.example\r\n{}250 8BITMIME", lines.concat())
            }
            "STARTTLS" => {
                say(stream, "220 go ahead").await?;
                return Ok(After::StartTls);
            }
            "AUTH" => {
                let given = rest.strip_prefix("PLAIN ").unwrap_or_default();
                signed_in = BASE64
                    .decode(given.as_bytes())
                    .is_ok_and(|given| given == SIGN_IN);
                let answer = if signed_in {
                    "235 welcome"
                } else {
                    "535 5.7.8 who are you"
                };
                answer.to_owned()
            }
            "RCPT" => {
                to = rest
                    .trim_start_matches("TO:<")
                    .trim_end_matches('>')
                    .to_owned();
                match *state.mood.lock().unwrap() {
                    Mood::Answers(begin, answer) if to.starts_with(begin) => answer.to_owned(),
                    _ => "250 ok".to_owned(),
                }
            }
            "DATA" => {
                say(stream, "354 go on").await?;
                let mut data = String::from("\r\n");
                while let Some(line) = self::line(stream).await? {
                    if line == "." {
                        break;
                    }
                    if *state.mood.lock().unwrap() == Mood::Drops {
                        return Ok(After::Nothing);
                    }
                    data.push_str(line.strip_prefix('.').unwrap_or(&line));
                    data.push_str("\r\n");
                }
                let taken = Taken {
                    to: to.clone(),
                    data,
                    encrypted,
                    signed_in,
                };
                state.taken.send_modify(|all| all.push(taken));
                "250 taken".to_owned()
            }
            "QUIT" => {
                say(stream, "221 bye").await?;
                return Ok(After::Nothing);
            }
            _ => "250 ok".to_owned(),
        };
        say(stream, &answer).await?;
    }
    Ok(After::Nothing)
}

async fn line<S: AsyncBufRead + Unpin>(stream: &mut S) -> io::Result<Option<String>> {
    let mut line = String::new();
    let read = stream.read_line(&mut line).await?;
    let whole = line.strip_suffix("\r\n").map(str::to_owned);
    Ok(whole.filter(|_| read > 0))
}

async fn say<S: AsyncWrite + Unpin>(stream: &mut S, answer: &str) -> io::Result<()> {
    stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    stream.flush().await
}
