use super::{Kit, start};
use futures::FutureExt;
use futures::future::BoxFuture;
use jiff::SignedDuration;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use tessera_platform::db::sql;
use tessera_platform::jobs::{self, Delivery, Handler, Job, JobError, NewJob, Runner, Schedule};
use tessera_testkit::both_engines;

/// What the handlers did.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

fn greet(log: Log, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    async move {
        let name: String = job.payload()?;
        log.0.lock().unwrap().push(name);
        Ok(())
    }
    .boxed()
}

fn fail(log: Log, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    async move {
        log.0.lock().unwrap().push(format!("attempt {}", job.attempts));
        Err(JobError::Again("the server is busy".into()))
    }
    .boxed()
}

fn panic_once(log: Log, job: Job) -> BoxFuture<'static, Result<(), JobError>> {
    async move {
        log.0.lock().unwrap().push(format!("attempt {}", job.attempts));
        assert!(job.attempts > 1, "the first attempt breaks off");
        Ok(())
    }
    .boxed()
}

/// Ends once somebody says so.
fn hang(log: Log, _: Job) -> BoxFuture<'static, Result<(), JobError>> {
    async move {
        while !log.lines().contains(&"enough".to_owned()) {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        Ok(())
    }
    .boxed()
}

const HANDLERS: &[Handler<Log>] = &[
    Handler { kind: "hang", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: hang },
    Handler { kind: "greet", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: greet },
    Handler { kind: "fail", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: fail },
    Handler { kind: "once", delivery: Delivery::AtMostOnce, max_attempts: 1, run: fail },
    Handler { kind: "panic", delivery: Delivery::AtLeastOnce, max_attempts: 3, run: panic_once },
];

impl Kit {
    fn runner(&self, log: &Log, schedules: &[Schedule]) -> Runner<Log> {
        Runner::new(self.test.db.clone(), self.clock.clone(), log.clone(), HANDLERS, schedules)
    }

    async fn enqueue(&self, kind: &str, payload: Value, dedupe_key: Option<&str>) -> bool {
        let tx = self.test.db.write().await.unwrap();
        let dedupe_key = dedupe_key.map(str::to_owned);
        let job = NewJob { kind, payload: &payload, run_at: self.now(), dedupe_key, max_attempts: 3 };
        let added = jobs::enqueue(&tx, &*self.clock, job).await.unwrap();
        tx.commit().await.unwrap();
        added
    }
}

both_engines! { start;
    async fn a_job_that_hangs_holds_up_no_other(kit: Kit) {
        let log = Log::default();
        kit.enqueue("hang", json!("x"), None).await;
        for n in 0..60 {
            kit.enqueue("greet", json!(format!("{n}")), None).await;
        }
        let stop = tokio_util::sync::CancellationToken::new();
        let (runner, token) = (kit.runner(&log, &[]), stop.clone());
        let running = tokio::spawn(async move { runner.run(token).await });
        let all_greeted = async {
            while log.lines().len() < 60 {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(20), all_greeted).await.unwrap();
        log.0.lock().unwrap().push("enough".into());
        stop.cancel();
        running.await.unwrap();
        let left = jobs::backlog(&kit.test.db.read(), kit.now()).await.unwrap();
        assert_eq!(left.0, 0, "what was under way was finished and noted");
    }

    async fn a_job_of_a_transaction_that_was_rolled_back_never_runs(kit: Kit) {
        let tx = kit.test.db.write().await.unwrap();
        let job = NewJob { kind: "greet", payload: &json!("ana"), run_at: kit.now(), dedupe_key: None, max_attempts: 3 };
        jobs::enqueue(&tx, &*kit.clock, job).await.unwrap();
        drop(tx);
        let log = Log::default();
        assert_eq!(kit.runner(&log, &[]).run_until_idle().await.unwrap(), 0);
        assert!(log.lines().is_empty());
    }

    async fn a_job_runs_once_and_is_gone(kit: Kit) {
        kit.enqueue("greet", json!("ana"), None).await;
        let log = Log::default();
        assert_eq!(kit.runner(&log, &[]).run_until_idle().await.unwrap(), 1);
        assert_eq!(kit.runner(&log, &[]).run_until_idle().await.unwrap(), 0);
        assert_eq!(log.lines(), ["ana"]);
    }

    async fn a_waiting_job_is_not_added_twice_under_one_key(kit: Kit) {
        assert!(kit.enqueue("greet", json!("ana"), Some("k")).await);
        assert!(!kit.enqueue("greet", json!("ana"), Some("k")).await);
        let log = Log::default();
        kit.runner(&log, &[]).run_until_idle().await.unwrap();
        assert_eq!(log.lines().len(), 1);
        assert!(kit.enqueue("greet", json!("ana"), Some("k")).await, "done, its key is free");
    }

    async fn a_failing_job_is_tried_with_growing_pauses_and_then_stays_as_a_dead_letter(kit: Kit) {
        kit.enqueue("fail", json!(null), None).await;
        let log = Log::default();
        let runner = kit.runner(&log, &[]);
        for _ in 0..6 {
            runner.run_until_idle().await.unwrap();
            kit.clock.advance(SignedDuration::from_mins(5));
        }
        assert_eq!(log.lines(), ["attempt 1", "attempt 2", "attempt 3"]);
        let dead = jobs::list_dead(&kit.test.db.read(), 10).await.unwrap();
        assert_eq!(dead[0].last_error.as_deref(), Some("the server is busy"));
        let tx = kit.test.db.write().await.unwrap();
        assert!(jobs::revive(&tx, dead[0].id, kit.now()).await.unwrap());
        tx.commit().await.unwrap();
        runner.run_until_idle().await.unwrap();
        assert_eq!(log.lines().len(), 4);
    }

    async fn a_handler_that_breaks_off_is_tried_again(kit: Kit) {
        kit.enqueue("panic", json!(null), None).await;
        let log = Log::default();
        let runner = kit.runner(&log, &[]);
        runner.run_until_idle().await.unwrap();
        kit.clock.advance(SignedDuration::from_mins(5));
        runner.run_until_idle().await.unwrap();
        assert_eq!(log.lines(), ["attempt 1", "attempt 2"]);
        assert!(jobs::list_dead(&kit.test.db.read(), 10).await.unwrap().is_empty());
    }

    async fn a_job_of_at_most_once_is_never_repeated(kit: Kit) {
        kit.enqueue("once", json!(null), None).await;
        let log = Log::default();
        let runner = kit.runner(&log, &[]);
        for _ in 0..3 {
            runner.run_until_idle().await.unwrap();
            kit.clock.advance(SignedDuration::from_hours(2));
        }
        assert_eq!(log.lines(), ["attempt 1"]);
    }

    async fn many_runners_do_each_job_once(kit: Kit) {
        for n in 0..30 {
            kit.enqueue("greet", json!(n.to_string()), None).await;
        }
        let log = Log::default();
        let all: Vec<_> = (0..4).map(|_| {
            let runner = kit.runner(&log, &[]);
            tokio::spawn(async move { runner.run_until_idle().await.unwrap() })
        }).collect();
        for one in all {
            one.await.unwrap();
        }
        let mut lines = log.lines();
        lines.sort();
        lines.dedup();
        assert_eq!((lines.len(), log.lines().len()), (30, 30));
    }

    async fn a_lease_that_ran_out_lets_another_take_over_and_fences_the_first(kit: Kit) {
        kit.enqueue("greet", json!("ana"), None).await;
        // Somebody leased it and was never heard of again.
        let tx = kit.test.db.write().await.unwrap();
        let stale = kit.now().plus(SignedDuration::from_hours(-24 * 365));
        tx.execute_raw(sql(&tx, "UPDATE jobs SET lease = 1, attempts = 1, lease_until = ?", vec![stale.into()])).await.unwrap();
        tx.commit().await.unwrap();
        let log = Log::default();
        kit.runner(&log, &[]).run_until_idle().await.unwrap();
        assert_eq!(log.lines(), ["ana"]);
    }

    async fn a_schedule_comes_back_after_its_time_and_not_before(kit: Kit) {
        let schedules = [Schedule { name: "hourly", kind: "fail", every_seconds: 3600 }];
        let log = Log::default();
        let runner = kit.runner(&log, &schedules);
        runner.run_until_idle().await.unwrap();
        runner.run_until_idle().await.unwrap();
        assert_eq!(log.lines().len(), 1);
        kit.clock.advance(SignedDuration::from_hours(24));
        runner.run_until_idle().await.unwrap();
        assert!(log.lines().len() > 1);
    }
}
