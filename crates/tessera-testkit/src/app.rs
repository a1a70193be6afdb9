//! The program in a test: real router, real database, real mails in a folder, and a clock that is moved by hand.

use crate::{Actor, Mail, TestDb};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Value;
use std::path::PathBuf;
use std::sync::Arc;
use tessera_core::ids::{AccountId, CommunityId, MembershipId, SessionId};
use tessera_core::{Clock, FixedClock, Instant, Role, Roles};
use tessera_platform::config::Config;
use tessera_platform::db::{Db, Engine, sql};
use tessera_platform::mail::Mailer;
use tessera_platform::outbound::{Outbound, Reach};
use tessera_platform::{text, tokens};
use tessera_web::app::{App, Parts, migrations_of};
use tessera_web::router::{Built, build};
use tessera_web::slice::{Identity, Slice};

/// When tests begin: a Wednesday noon in Rome.
pub const ANA_SAYS: &str = "2026-04-01T10:00:00Z";

const SECRET_KEY: &[u8] = b"a secret key for tests, of enough bytes";

/// The program under test.
pub struct TestApp {
    pub app: App,
    pub rules: tessera_web::routes::Rules,
    /// The API document, as JSON.
    pub document: serde_json::Value,
    pub clock: Arc<FixedClock>,
    pub community: CommunityId,
    pub test_db: TestDb,
    router: axum::Router,
    mails: PathBuf,
}

impl TestApp {
    /// Starts with one community, `torino`, at `http://localhost:8080`.
    pub async fn start(engine: Engine, slices: Vec<Slice>, identity: Identity) -> Self {
        Self::start_with(engine, slices, identity, |_| {}).await
    }

    /// The same with the configuration changed first.
    pub async fn start_with(
        engine: Engine,
        slices: Vec<Slice>,
        identity: Identity,
        change: impl FnOnce(&mut Config),
    ) -> Self {
        let mut this = Self::start_empty(engine, slices, identity, change).await;
        this.community = this.add_community("torino", "Moto Club Torino").await;
        this
    }

    /// Starts without any community, as on a new machine.
    pub async fn start_empty(
        engine: Engine,
        slices: Vec<Slice>,
        identity: Identity,
        change: impl FnOnce(&mut Config),
    ) -> Self {
        let test_db = TestDb::migrated(engine, &migrations_of(&slices)).await;
        let mails = test_db.dir.path().join("mails");
        std::fs::create_dir_all(&mails).unwrap();
        let mut config = Config::default();
        config.mail.transport = format!("file:{}", mails.display()).parse().unwrap();
        config.data_dir = tessera_platform::config::DataDir(test_db.dir.path().join("data"));
        config.accounts.verify_email = Some(true);
        change(&mut config);
        let clock = Arc::new(FixedClock::at(ANA_SAYS.parse().unwrap()));
        let mailer = Mailer::new(&config.mail).unwrap();
        let reach = if config.federation.allow_private_addresses { Reach::Private } else { Reach::Public };
        let outbound = Outbound::new(reach, config.federation.require_https, None).unwrap();
        let parts = Parts {
            outbound,
            config,
            db: test_db.db.clone(),
            clock: clock.clone(),
            mailer,
            secret_key: SECRET_KEY.to_vec(),
            slices,
            identity,
        };
        let app = App::new(parts).unwrap();
        let Built { router, rules, document } = build(&app);
        let document = serde_json::to_value(document).unwrap();
        let community = CommunityId(uuid::Uuid::nil());
        Self { app, rules, document, clock, community, test_db, router, mails }
    }

    /// The same program as another process on the same database has it.
    pub async fn another_process(&self) -> App {
        let app = &self.app;
        let parts = Parts {
            outbound: app.outbound.clone(),
            config: app.config.clone(),
            db: Db::connect(&self.test_db.url).await.unwrap(),
            clock: self.clock.clone(),
            mailer: app.mailer.clone(),
            secret_key: SECRET_KEY.to_vec(),
            slices: app.slices.clone(),
            identity: app.identity,
        };
        App::new(parts).unwrap()
    }

    /// Another community, in Italian and Rome's time, reached at `SLUG.localhost:8080`.
    pub async fn add_community(&self, slug: &str, name: &str) -> CommunityId {
        let id = CommunityId(self.clock.new_id());
        self.execute(
            "INSERT INTO communities (id, slug, name, timezone, locale, hue, about, registration, newcomers_may_be, created_at) \
             VALUES (?, ?, ?, 'Europe/Rome', 'it', 28, '', 'open', 'member organiser promoter', ?)",
            vec![id.into(), slug.into(), name.into(), self.clock.now().into()],
        )
        .await;
        self.clock.advance(jiff::SignedDuration::from_millis(1));
        id
    }

    /// Runs SQL in a transaction that invalidates every cache.
    pub async fn execute(&self, text: &str, values: Vec<Value>) {
        let tx = self.app.db.write().await.unwrap();
        tx.execute_raw(sql(&tx, text, values)).await.unwrap();
        tx.touch_server();
        tx.commit().await.unwrap();
    }

    /// Somebody nobody knows, who talks to another process on the same database: one that was started just now, with
    /// nothing in its memory.
    pub async fn visitor_of_another_process(&self) -> Actor {
        let config = self.app.config.clone();
        let reach = if config.federation.allow_private_addresses { Reach::Private } else { Reach::Public };
        let parts = Parts {
            outbound: Outbound::new(reach, config.federation.require_https, None).unwrap(),
            db: Db::connect(self.app.db.url()).await.unwrap(),
            clock: self.clock.clone(),
            mailer: Mailer::new(&config.mail).unwrap(),
            secret_key: SECRET_KEY.to_vec(),
            slices: self.app.slices.clone(),
            identity: self.app.identity,
            config,
        };
        Actor::new(build(&App::new(parts).unwrap()).router, "localhost:8080")
    }

    /// Answers on a socket too, until the test ends, for what one server asks another.
    pub fn listen(&self, socket: std::net::TcpListener) {
        socket.set_nonblocking(true).unwrap();
        let listener = tokio::net::TcpListener::from_std(socket).unwrap();
        let service = self.router.clone().into_make_service_with_connect_info::<std::net::SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
    }

    /// Somebody nobody knows.
    pub fn visitor(&self) -> Actor {
        Actor::new(self.router.clone(), "localhost:8080")
    }

    /// A verified member of the first community, signed in, with these roles besides `member`.
    pub async fn member(&self, name: &str, roles: &[Role]) -> Actor {
        self.member_of(self.community, "localhost:8080", name, roles).await
    }

    /// A verified member of `community`, signed in at `host`.
    pub async fn member_of(&self, community: CommunityId, host: &str, name: &str, roles: &[Role]) -> Actor {
        let account = self.account(name, true, false).await;
        self.join(community, account, roles).await;
        self.sign_in(account, community, host, name).await
    }

    /// A member whose address is not verified.
    pub async fn unverified(&self, name: &str, roles: &[Role]) -> Actor {
        let account = self.account(name, false, false).await;
        self.join(self.community, account, roles).await;
        self.sign_in(account, self.community, "localhost:8080", name).await
    }

    /// Who runs the server, and is no member.
    pub async fn operator(&self, name: &str) -> Actor {
        let account = self.account(name, true, true).await;
        self.sign_in(account, self.community, "localhost:8080", name).await
    }

    /// An account `NAME@example.org` without a password.
    pub async fn account(&self, name: &str, verified: bool, operator: bool) -> AccountId {
        let id = AccountId(self.clock.new_id());
        let email = address(name);
        let now = self.clock.now();
        self.execute(
            "INSERT INTO accounts (id, email, email_key, name, name_key, email_verified_at, operator, profile, created_at) \
             VALUES (?, ?, ?, ?, ?, ?, ?, '{}', ?)",
            vec![
                id.into(),
                email.clone().into(),
                email.to_lowercase().into(),
                name.into(),
                text::fold(name).into(),
                verified.then_some(now).into(),
                operator.into(),
                now.into(),
            ],
        )
        .await;
        id
    }

    pub async fn join(&self, community: CommunityId, account: AccountId, roles: &[Role]) {
        let roles = roles.iter().fold(Roles::of(&[Role::Member]), |set, r| set.with(*r));
        self.execute(
            "INSERT INTO memberships (id, community_id, account_id, roles, state, joined_at) VALUES (?, ?, ?, ?, 'active', ?)",
            vec![
                MembershipId(self.clock.new_id()).into(),
                community.into(),
                account.into(),
                roles.to_string().into(),
                self.clock.now().into(),
            ],
        )
        .await;
    }

    /// A session for this account in a browser of its own.
    pub async fn sign_in(&self, account: AccountId, community: CommunityId, host: &str, name: &str) -> Actor {
        let token = tokens::Token::random("ses");
        let now: Instant = self.clock.now();
        self.execute(
            "INSERT INTO sessions (id, account_id, community_id, token_hash, user_agent, created_at, last_seen_at, expires_at) \
             VALUES (?, ?, ?, ?, 'test', ?, ?, ?)",
            vec![
                SessionId(self.clock.new_id()).into(),
                account.into(),
                community.into(),
                token.hash().into(),
                now.into(),
                now.into(),
                now.plus(jiff::SignedDuration::from_hours(24 * 30)).into(),
            ],
        )
        .await;
        let mut actor = Actor::new(self.router.clone(), host);
        actor.set_cookie("tessera_session", token.reveal());
        actor.account_id = Some(account);
        actor.email = address(name);
        actor
    }

    /// Does everything that is due.
    pub async fn run_jobs(&self) -> u64 {
        self.app.runner().run_until_idle().await.unwrap()
    }

    /// Does everything that is due, and gives the mails that left since the last time.
    pub async fn mails(&self) -> Vec<Mail> {
        self.run_jobs().await;
        self.take_mails()
    }

    /// The mails that left since the last time.
    pub fn take_mails(&self) -> Vec<Mail> {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(&self.mails).unwrap().map(|f| f.unwrap().path()).collect();
        files.retain(|f| f.extension().is_some_and(|e| e == "eml"));
        files.sort();
        files
            .iter()
            .map(|f| {
                let mail = Mail::parse(&std::fs::read(f).unwrap());
                std::fs::remove_file(f).unwrap();
                mail
            })
            .collect()
    }
}

fn address(name: &str) -> String {
    format!("{}@example.org", text::fold(name).replace(' ', "."))
}
