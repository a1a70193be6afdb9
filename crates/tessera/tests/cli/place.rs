//! A folder with a configuration, and the program run in it.

use sea_orm::{ConnectionTrait, Database};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;
use tessera_testkit::{Engine, TestDb};

pub struct Place {
    pub dir: TempDir,
    pub url: String,
    pub port: u16,
    /// Keeps the PostgreSQL database until the test is over.
    pub _database: Option<TestDb>,
}

/// How a command ended.
#[derive(Debug)]
pub struct Said {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    #[track_caller]
    pub fn good(self) -> Self {
        assert_eq!(self.status, 0, "{self:#?}");
        self
    }

    #[track_caller]
    pub fn failed(self, status: i32, says: &str) -> Self {
        assert_eq!(self.status, status, "{self:#?}");
        assert!(self.err.contains(says), "no {says:?} in {self:#?}");
        assert!(!self.err.contains("panicked"), "{self:#?}");
        self
    }

    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {self:#?}"))
    }
}

impl Place {
    /// On SQLite, in a file of the folder.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        Self { dir, url: "sqlite://tessera.db".into(), port: free_port(), _database: None }
    }

    pub async fn on(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::new(),
            Engine::Postgres => {
                let database = TestDb::empty(engine).await;
                let url = database.url.clone();
                database.db.close().await.unwrap();
                Self { dir: tempfile::tempdir().unwrap(), url, port: free_port(), _database: Some(database) }
            }
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tessera"));
        command
            .args(arguments)
            .current_dir(self.dir.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("TESSERA_DATABASE__URL", &self.url)
            .env("TESSERA_HTTP__LISTEN", format!("127.0.0.1:{}", self.port))
            .env("TESSERA_HTTP__BASE_URL", format!("http://localhost:{}", self.port))
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments).output().unwrap())
    }

    pub fn run_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> Said {
        said(self.command(arguments).envs(variables.iter().copied()).output().unwrap())
    }

    /// With `text` on its standard input.
    pub fn run_told(&self, text: &str, arguments: &[&str]) -> Said {
        let mut command = self.command(arguments);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Written beside the reading: a command may answer before it has read everything.
        let (mut stdin, text) = (child.stdin.take().unwrap(), text.to_owned());
        let writing = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
        let output = child.wait_with_output().unwrap();
        writing.join().unwrap().unwrap();
        said(output)
    }

    /// Starts the server and waits until it says that it is ready.
    pub fn serve(&self) -> Running {
        self.start("serve")
    }

    /// Starts a command that runs until it is told to stop.
    pub fn start(&self, command: &str) -> Running {
        let mut child =
            self.command(&[command]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut ready = String::new();
        lines.read_line(&mut ready).unwrap();
        let running = Running { child, port: self.port, ready };
        assert!(running.ready.contains("is ready"), "{}", running.stop().err);
        running
    }

    /// Runs SQL beside the program.
    pub async fn sql(&self, text: &str) {
        let url = match self.url.strip_prefix("sqlite://") {
            Some(file) => format!("sqlite://{}", self.path(file).display()),
            None => self.url.clone(),
        };
        let connection = Database::connect(url).await.unwrap();
        connection.execute_unprepared(text).await.unwrap();
        connection.close().await.unwrap();
    }
}

fn said(output: Output) -> Said {
    Said {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A server that is running; it ends with the test.
pub struct Running {
    child: Child,
    port: u16,
    pub ready: String,
}

impl Running {
    /// The whole answer to a GET, headers included.
    pub fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port)
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Posts JSON; the whole answer.
    pub fn post(&self, path: &str, body: &serde_json::Value) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let (body, port) = (body.to_string(), self.port);
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends SIGTERM and waits for the end.
    pub fn stop(mut self) -> Said {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().unwrap();
        let mut err = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        Said { status: self.child.wait().unwrap().code().unwrap_or(-1), out: String::new(), err }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
