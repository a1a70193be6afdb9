use super::{Kit, start};
use sea_orm::ConnectionTrait;
use tessera_core::{Clock, SystemClock};
use tessera_platform::db::{Engine, MigrateError, Migration, Migrations, sql};
use tessera_testkit::{TestDb, both_engines};

const ONE: Migration = Migration {
    number: 1,
    name: "one",
    sql: "CREATE TABLE things (id {uuid} NOT NULL PRIMARY KEY, at {instant}) {strict};",
};
const TWO: Migration = Migration { number: 2, name: "two", sql: "ALTER TABLE things ADD COLUMN name TEXT;" };
const BROKEN: Migration = Migration {
    number: 2,
    name: "broken",
    sql: "CREATE TABLE half (id {int}); ALTER TABLE nothing ADD COLUMN x TEXT;",
};

const AT_ONE: [Migrations; 1] = [Migrations { slice: "things", steps: &[ONE] }];
const AT_TWO: [Migrations; 1] = [Migrations { slice: "things", steps: &[ONE, TWO] }];

async fn empty(engine: Engine) -> Kit {
    let Kit { clock, .. } = start(engine).await;
    Kit { test: TestDb::empty(engine).await, clock }
}

both_engines! { empty;
    async fn steps_are_applied_once_and_in_order(kit: Kit) {
        let first = kit.test.db.migrate(&AT_ONE, kit.now()).await.unwrap();
        let own = ["platform/0001 ground", "platform/0002 mails that are handed over"];
        assert_eq!(first.applied, [own[0], own[1], "things/0001 one"]);
        assert_eq!(first.copy, None, "an empty database needs no copy");
        assert!(kit.test.db.migrate(&AT_ONE, kit.now()).await.unwrap().applied.is_empty());
        assert!(matches!(kit.test.db.check_migrated(&AT_TWO).await, Err(MigrateError::Pending { pending: 1 })));
        let second = kit.test.db.migrate(&AT_TWO, kit.now()).await.unwrap();
        assert_eq!(second.applied, ["things/0002 two"]);
        kit.test.db.check_migrated(&AT_TWO).await.unwrap();
    }

    async fn a_copy_is_kept_before_anything_changes_on_sqlite(kit: Kit) {
        kit.test.db.migrate(&AT_ONE, kit.now()).await.unwrap();
        let outcome = kit.test.db.migrate(&AT_TWO, kit.now()).await.unwrap();
        let Some(copy) = outcome.copy else {
            assert_eq!(kit.test.db.engine(), Engine::Postgres);
            return;
        };
        let before = tessera_platform::db::Db::connect(&format!("sqlite://{copy}")).await.unwrap();
        before.check_migrated(&AT_ONE).await.unwrap();
    }

    async fn a_database_of_a_newer_program_is_refused(kit: Kit) {
        kit.test.db.migrate(&AT_TWO, kit.now()).await.unwrap();
        let refused = kit.test.db.migrate(&AT_ONE, kit.now()).await.unwrap_err();
        assert!(matches!(&refused, MigrateError::Newer { slice, number: 2 } if slice == "things"), "{refused}");
    }

    async fn a_step_whose_text_changed_is_refused(kit: Kit) {
        kit.test.db.migrate(&AT_ONE, kit.now()).await.unwrap();
        let other = [Migrations { slice: "things", steps: &[Migration { sql: "CREATE TABLE other (id {int});", ..ONE }] }];
        assert!(matches!(kit.test.db.migrate(&other, kit.now()).await, Err(MigrateError::Changed { .. })));
    }

    async fn a_step_that_fails_leaves_nothing_behind(kit: Kit) {
        kit.test.db.migrate(&AT_ONE, kit.now()).await.unwrap();
        let broken = [Migrations { slice: "things", steps: &[ONE, BROKEN] }];
        assert!(matches!(kit.test.db.migrate(&broken, kit.now()).await, Err(MigrateError::Step { .. })));
        let read = kit.test.db.read();
        assert!(read.query_all_raw(sql(&read, "SELECT * FROM half", vec![])).await.is_err());
        kit.test.db.migrate(&AT_TWO, kit.now()).await.unwrap();
    }

    async fn two_programs_that_start_together_migrate_once(kit: Kit) {
        let (a, b) = (kit.test.db.clone(), tessera_platform::db::Db::connect(&kit.test.url).await.unwrap());
        let now = SystemClock.now();
        let (first, second) = tokio::join!(
            tokio::spawn(async move { a.migrate(&AT_TWO, now).await.map(|o| o.applied.len()) }),
            tokio::spawn(async move { b.migrate(&AT_TWO, now).await.map(|o| o.applied.len()) }),
        );
        first.unwrap().unwrap();
        second.unwrap().unwrap();
        kit.test.db.check_migrated(&AT_TWO).await.unwrap();
    }

    async fn instants_are_read_back_as_they_were_written_and_compare_in_sql(kit: Kit) {
        kit.test.db.migrate(&AT_ONE, kit.now()).await.unwrap();
        let tx = kit.test.db.write().await.unwrap();
        let odd: tessera_core::Instant = "1969-12-31T23:59:59.123456Z".parse().unwrap();
        for t in [odd, kit.now()] {
            let id = SystemClock.new_id();
            tx.execute_raw(sql(&tx, "INSERT INTO things (id, at) VALUES (?, ?)", vec![id.into(), t.into()])).await.unwrap();
        }
        tx.commit().await.unwrap();
        let read = kit.test.db.read();
        let rows = read.query_all_raw(sql(&read, "SELECT at FROM things WHERE at < ? ORDER BY at", vec![kit.now().into()])).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].try_get_by_index::<tessera_core::Instant>(0).unwrap(), odd);
    }

    async fn a_reader_on_sqlite_cannot_write(kit: Kit) {
        kit.test.db.migrate(&AT_ONE, kit.now()).await.unwrap();
        let read = kit.test.db.read();
        let written = read.execute_raw(sql(&read, "DELETE FROM things", vec![])).await;
        assert_eq!(written.is_err(), kit.test.db.engine() == Engine::Sqlite);
    }
}
