//! A fresh database per test. On PostgreSQL it is copied from a template that was migrated once.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use std::hash::{DefaultHasher, Hash, Hasher};
use tessera_core::{Clock, SystemClock};
use tessera_platform::db::{Db, Engine, Migrations};

/// Where the tests find PostgreSQL, unless `TESSERA_TEST_POSTGRES` says otherwise.
const POSTGRES: &str = "postgres://postgres@127.0.0.1:5432";

/// A database that is gone when this is.
pub struct TestDb {
    pub db: Db,
    pub url: String,
    /// Holds the SQLite file, and whatever else a test wants to keep beside it.
    pub dir: tempfile::TempDir,
    drop_postgres: Option<String>,
}

fn server() -> String {
    std::env::var("TESSERA_TEST_POSTGRES")
        .unwrap_or_else(|_| POSTGRES.into())
        .trim_end_matches('/')
        .to_owned()
}

async fn admin() -> DatabaseConnection {
    let url = format!("{}/postgres", server());
    match Database::connect(&url).await {
        Ok(c) => c,
        Err(e) => panic!("the tests need PostgreSQL at {url} (or at TESSERA_TEST_POSTGRES): {e}"),
    }
}

impl TestDb {
    /// An empty database, with nothing migrated.
    pub async fn empty(engine: Engine) -> Self {
        let dir = tempfile::tempdir().unwrap();
        match engine {
            Engine::Sqlite => {
                let url = format!("sqlite://{}", dir.path().join("test.db").display());
                Self { db: Db::connect(&url).await.unwrap(), url, dir, drop_postgres: None }
            }
            Engine::Postgres => {
                let name = format!("tessera_test_{}", SystemClock.new_id().simple());
                admin().await.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
                Self::open(name, dir).await
            }
        }
    }

    /// A database at the version of these slices.
    pub async fn migrated(engine: Engine, slices: &[Migrations]) -> Self {
        if engine == Engine::Sqlite {
            let test = Self::empty(engine).await;
            test.db.migrate(slices, SystemClock.now()).await.unwrap();
            return test;
        }
        let template = template(slices).await;
        let name = format!("tessera_test_{}", SystemClock.new_id().simple());
        let sql = format!("CREATE DATABASE {name} TEMPLATE {template}");
        let mut tries = 0;
        // The template is busy while another test copies it.
        while let Err(e) = admin().await.execute_unprepared(&sql).await {
            tries += 1;
            assert!(tries < 200 && e.to_string().contains("being accessed"), "{e}");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        Self::open(name, tempfile::tempdir().unwrap()).await
    }

    async fn open(name: String, dir: tempfile::TempDir) -> Self {
        let url = format!("{}/{name}", server());
        // What a test writes need not outlive a crash of the machine.
        let quick = format!("ALTER DATABASE {name} SET synchronous_commit = off");
        admin().await.execute_unprepared(&quick).await.unwrap();
        Self { db: Db::connect(&url).await.unwrap(), url, dir, drop_postgres: Some(name) }
    }
}

async fn template(slices: &[Migrations]) -> String {
    let mut h = DefaultHasher::new();
    for s in slices {
        s.slice.hash(&mut h);
        for step in s.steps {
            (step.number, step.sql).hash(&mut h);
        }
    }
    tessera_platform::db::OWN_STEPS.iter().for_each(|s| s.sql.hash(&mut h));
    let name = format!("tessera_template_{:016x}", h.finish());
    let admin = admin().await;
    let lock = Database::connect(
        sea_orm::ConnectOptions::new(format!("{}/postgres", server())).max_connections(1).to_owned(),
    );
    let lock = lock.await.unwrap();
    lock.execute_unprepared("SELECT pg_advisory_lock(731057)").await.unwrap();
    let exists = admin
        .query_one_raw(sea_orm::Statement::from_string(
            sea_orm::DbBackend::Postgres,
            format!("SELECT 1 FROM pg_database WHERE datname = '{name}'"),
        ))
        .await
        .unwrap();
    if exists.is_none() {
        let raw = format!("{name}_new");
        admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {raw} WITH (FORCE)")).await.unwrap();
        admin.execute_unprepared(&format!("CREATE DATABASE {raw}")).await.unwrap();
        let db = Db::connect(&format!("{}/{raw}", server())).await.unwrap();
        db.migrate(slices, SystemClock.now()).await.unwrap();
        db.close().await.unwrap();
        admin.execute_unprepared(&format!("ALTER DATABASE {raw} RENAME TO {name}")).await.unwrap();
    }
    lock.execute_unprepared("SELECT pg_advisory_unlock(731057)").await.unwrap();
    lock.close().await.unwrap();
    name
}

impl Drop for TestDb {
    fn drop(&mut self) {
        let Some(name) = self.drop_postgres.take() else { return };
        // A runtime of its own: the test's may be the one that is ending.
        let _ = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let sql = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                let _ = admin().await.execute_unprepared(&sql).await;
            });
        })
        .join();
    }
}
