use crate::{PASSWORD, registered, start};
use serde_json::json;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn an_account_can_be_guessed_ten_times_in_a_quarter_of_an_hour(app: TestApp) {
        registered(&app, "ana@example.org").await;
        let wrong = json!({"email": "ana@example.org", "password": "not the password"});
        let right = json!({"email": "ana@example.org", "password": PASSWORD});
        for _ in 0..10 {
            app.visitor().post("/api/auth/login", wrong.clone()).await.expect(401);
        }
        // Not even the right one, or guessing would go on.
        let refused = app.visitor().post("/api/auth/login", right.clone()).await.expect(429);
        let seconds: i64 = refused.header("retry-after").unwrap().parse().unwrap();
        app.clock.advance(jiff::SignedDuration::from_secs(seconds));
        app.visitor().post("/api/auth/login", right.clone()).await.expect(200);
        for _ in 0..12 {
            // Right ones are forgiven.
            app.visitor().post("/api/auth/login", right.clone()).await.expect(200);
        }
    }

    async fn an_account_that_does_not_exist_answers_like_one_that_does(app: TestApp) {
        registered(&app, "ana@example.org").await;
        let answer = async |email: &str| {
            let wrong = json!({"email": email, "password": "not the password"});
            let mut all = Vec::new();
            for _ in 0..11 {
                let answer = app.visitor().post("/api/auth/login", wrong.clone()).await;
                all.push((answer.status, answer.code()));
            }
            all
        };
        assert_eq!(answer("ana@example.org").await, answer("nobody@example.org").await);
    }

    async fn one_address_cannot_try_many_accounts(app: TestApp) {
        for n in 0..40 {
            let wrong = json!({"email": format!("n{n}@example.org"), "password": "not the password"});
            app.visitor().post("/api/auth/login", wrong).await.expect(401);
        }
        let wrong = json!({"email": "another@example.org", "password": "not the password"});
        app.visitor().post("/api/auth/login", wrong).await.expect(429);
    }

    async fn many_tries_at_the_same_moment_are_no_more_than_allowed(app: TestApp) {
        registered(&app, "ana@example.org").await;
        let tries = (0..25).map(|_| async {
            let wrong = json!({"email": "ana@example.org", "password": "not the password"});
            app.visitor().post("/api/auth/login", wrong).await.status.as_u16()
        });
        let all = futures::future::join_all(tries).await;
        assert_eq!(all.iter().filter(|s| **s == 401).count(), 10, "{all:?}");
    }
}
