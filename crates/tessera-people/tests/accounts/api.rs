use crate::{PASSWORD, registered, start};
use serde_json::json;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn registering_makes_a_member_with_a_token_and_a_mail(app: TestApp) {
        let visitor = app.visitor().reading("it");
        let body = json!({"email": "Ana@Example.org", "password": PASSWORD, "role": "organiser", "name": " Ana  Rossi "});
        let answer = visitor.post("/api/auth/register", body).await.expect(201).json();
        let user = &answer["user"];
        assert_eq!(user["email"], "Ana@example.org");
        assert_eq!(user["name"], "Ana Rossi");
        assert_eq!(user["role"], "organiser");
        assert_eq!(user["roles"], json!(["organiser", "member"]));
        assert_eq!(user["email_verified"], false);
        assert_eq!(user["community"], "torino");
        let mut ana = app.visitor();
        ana.bearer = Some(answer["token"].as_str().unwrap().to_owned());
        let me = ana.get("/api/auth/me").await.expect(200).json();
        assert_eq!(me["id"], user["id"]);
        assert_eq!(me["role"], "organiser");
        assert_eq!(me["user"], *user);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, "Ana@example.org");
        assert_eq!(mails[0].subject, "Conferma il tuo indirizzo");
        assert!(mails[0].text.contains("Moto Club Torino") && mails[0].html.contains("lang=\"it\""), "{}", mails[0].text);
    }

    async fn a_taken_address_is_a_conflict_whatever_its_case(app: TestApp) {
        registered(&app, "ana@example.org").await;
        let body = json!({"email": "ANA@EXAMPLE.ORG", "password": PASSWORD, "role": "member"});
        let refused = app.visitor().post("/api/auth/register", body).await.expect(409);
        assert_eq!(refused.code(), "email_taken");
    }

    async fn asking_the_api_who_has_an_account_ends_soon(app: TestApp) {
        registered(&app, "ana@example.org").await;
        let body = json!({"email": "ana@example.org", "password": PASSWORD});
        for _ in 0..5 {
            app.visitor().post("/api/auth/register", body.clone()).await.expect(409);
        }
        let refused = app.visitor().post("/api/auth/register", body.clone()).await.expect(429);
        assert_eq!(refused.code(), "too_many");
        let seconds: i64 = refused.header("retry-after").unwrap().parse().unwrap();
        assert!((1..=3600).contains(&seconds));
        // An address that is free is no longer told apart either.
        let free = json!({"email": "new@example.org", "password": PASSWORD});
        app.visitor().post("/api/auth/register", free).await.expect(429);
        app.clock.advance(jiff::SignedDuration::from_secs(seconds));
        app.visitor().post("/api/auth/register", body).await.expect(409);
    }

    async fn everything_wrong_with_a_registration_is_told_at_once(app: TestApp) {
        let body = json!({"email": "nobody", "password": "short", "role": "admin", "name": "", "timezone": "Mars/Base"});
        let refused = app.visitor().post("/api/auth/register", body).await.expect(422).json();
        let mut told: Vec<String> = refused["errors"].as_array().unwrap().iter()
            .map(|e| format!("{} {}", e["field"].as_str().unwrap(), e["code"].as_str().unwrap())).collect();
        told.sort();
        assert_eq!(told, [
            "email bad_email", "name required", "password password_too_short", "role role_not_open", "timezone bad_timezone",
        ]);
        assert!(refused["errors"].as_array().unwrap().iter().all(|e| e["detail"].as_str().unwrap().len() > 5));
        let unknown = json!({"email": "a@example.org", "password": PASSWORD, "admin": true});
        let refused = app.visitor().post("/api/auth/register", unknown).await.expect(422).json();
        assert_eq!(refused["errors"][0]["field"], "admin");
        app.visitor().post("/api/auth/register", json!({"email": "a@example.org", "password": "anna anna anna"})).await.expect(201);
    }

    async fn a_closed_community_takes_nobody(app: TestApp) {
        app.execute("UPDATE communities SET registration = 'closed'", vec![]).await;
        let body = json!({"email": "ana@example.org", "password": PASSWORD});
        let refused = app.visitor().post("/api/auth/register", body).await.expect(403);
        assert_eq!(refused.code(), "registration_closed");
    }

    async fn signing_in_and_out_over_the_api(app: TestApp) {
        let first = registered(&app, "ana@example.org").await;
        let wrong = json!({"email": "ana@example.org", "password": "not the password"});
        let refused = app.visitor().post("/api/auth/login", wrong).await.expect(401);
        assert_eq!(refused.code(), "bad_credentials");
        let right = json!({"email": "Ana@Example.org", "password": PASSWORD});
        let answer = app.visitor().post("/api/auth/login", right).await.expect(200).json();
        assert_eq!(answer["user"]["role"], "member");
        let mut ana = app.visitor();
        ana.bearer = Some(answer["token"].as_str().unwrap().to_owned());
        ana.get("/api/auth/me").await.expect(200);
        ana.post("/api/auth/logout", json!({})).await.expect(204);
        let refused = ana.get("/api/auth/me").await.expect(401);
        assert_eq!(refused.code(), "bad_token");
        // The other sign-in is another token.
        first.get("/api/auth/me").await.expect(200);
        app.visitor().get("/api/auth/me").await.expect(401);
    }

    async fn a_token_works_in_its_community_only(app: TestApp) {
        let ana = registered(&app, "ana@example.org").await;
        app.add_community("roma", "Roma").await;
        let refused = ana.at("roma.localhost:8080").get("/api/auth/me").await.expect(401);
        assert_eq!(refused.code(), "wrong_community");
        // The account is the server's, the membership is not.
        let body = json!({"email": "ana@example.org", "password": PASSWORD});
        let refused = app.visitor().at("roma.localhost:8080").post("/api/auth/login", body).await.expect(403);
        assert_eq!(refused.code(), "not_a_member");
    }

    async fn a_banned_member_is_told_so_only_after_the_right_password(app: TestApp) {
        let ana = registered(&app, "ana@example.org").await;
        app.execute("UPDATE memberships SET state = 'banned', reason = 'Spam.'", vec![]).await;
        let wrong = json!({"email": "ana@example.org", "password": "not the password"});
        assert_eq!(app.visitor().post("/api/auth/login", wrong).await.expect(401).code(), "bad_credentials");
        let right = json!({"email": "ana@example.org", "password": PASSWORD});
        let refused = app.visitor().post("/api/auth/login", right).await.expect(403);
        assert_eq!(refused.code(), "account_banned");
        assert!(refused.text().contains("Spam."));
        // The token from before works no longer.
        ana.get("/api/auth/me").await.expect(403);
    }

    async fn a_token_made_by_hand_does_what_its_scopes_say(app: TestApp) {
        let ana = registered(&app, "ana@example.org").await;
        let body = json!({"name": "Calendar app", "scopes": ["account:read"], "expires_in_days": 30});
        let made = ana.post("/api/me/tokens", body).await.expect(201).json();
        let secret = made["token"].as_str().unwrap();
        assert!(secret.starts_with(made["hint"].as_str().unwrap()));
        let mut script = app.visitor();
        script.bearer = Some(secret.to_owned());
        script.get("/api/auth/me").await.expect(200);
        assert_eq!(script.patch("/api/me", json!({"name": "Eve"})).await.expect(403).code(), "scope_missing");
        // Nor does it make itself a better one.
        script.post("/api/me/tokens", json!({"name": "x", "scopes": ["account:write"]})).await.expect(403);
        let listed = ana.get("/api/me/tokens").await.expect(200);
        assert!(!listed.text().contains(secret));
        let tokens = listed.json();
        let of_script = tokens["items"].as_array().unwrap().iter().find(|t| t["name"] == "Calendar app").unwrap();
        assert!(of_script["last_used_at"].is_string() && of_script["scopes"] == json!(["account:read"]));
        let path = format!("/api/me/tokens/{}", made["id"].as_str().unwrap());
        ana.delete(&path).await.expect(204);
        ana.delete(&path).await.expect(404);
        script.get("/api/auth/me").await.expect(401);
    }

    async fn a_token_ends_when_its_time_has_come(app: TestApp) {
        let ana = registered(&app, "ana@example.org").await;
        let body = json!({"name": "For a day", "scopes": ["account:read"], "expires_in_days": 1});
        let made = ana.post("/api/me/tokens", body).await.expect(201).json();
        let mut script = app.visitor();
        script.bearer = Some(made["token"].as_str().unwrap().to_owned());
        app.clock.advance(jiff::SignedDuration::from_hours(23));
        script.get("/api/auth/me").await.expect(200);
        app.clock.advance(jiff::SignedDuration::from_hours(1));
        script.get("/api/auth/me").await.expect(401);
    }

    async fn scopes_that_do_not_exist_are_refused(app: TestApp) {
        let ana = registered(&app, "ana@example.org").await;
        for (body, field) in [
            (json!({"name": "x", "scopes": ["world:write"]}), "scopes"),
            (json!({"name": "x", "scopes": []}), "scopes"),
            (json!({"name": " ", "scopes": ["account:read"]}), "name"),
            (json!({"name": "x", "scopes": ["account:read"], "expires_in_days": 0}), "expires_in_days"),
        ] {
            let refused = ana.post("/api/me/tokens", body).await.expect(422).json();
            assert_eq!(refused["errors"][0]["field"], field);
        }
    }

    async fn a_profile_is_changed_field_by_field(app: TestApp) {
        let ana = registered(&app, "ana@example.org").await;
        let changed = ana.patch("/api/me", json!({"timezone": "Europe/Lisbon", "locale": "es"})).await.expect(200).json();
        assert_eq!(changed["name"], "Ana Rossi");
        assert_eq!(changed["timezone"], "Europe/Lisbon");
        assert_eq!(changed["locale"], "es");
        let refused = ana.patch("/api/me", json!({"timezone": "Mars/Base"})).await.expect(422).json();
        // From now on the refusals are in her language.
        assert!(refused["errors"][0]["detail"].as_str().unwrap().contains("zona horaria"));
    }

    async fn an_export_holds_everything_and_no_secret(app: TestApp) {
        let ana = registered(&app, "ana@example.org").await;
        let export = ana.get("/api/me/export").await.expect(200);
        let json = export.json();
        assert_eq!(json["accounts"]["email"], "ana@example.org");
        assert_eq!(json["accounts"]["api_tokens"].as_array().unwrap().len(), 1);
        assert!(json["communities"].to_string().contains("torino"));
        assert!(!export.text().contains("argon2") && !export.text().contains(ana.bearer.as_deref().unwrap()));
    }

    async fn the_answer_to_a_registration_is_not_kept_readable_for_repeats(app: TestApp) {
        let body = json!({"email": "ana@example.org", "password": PASSWORD});
        let visitor = app.visitor();
        let headers = [("idempotency-key", "one")];
        let first = visitor.json(http::Method::POST, "/api/auth/register", body.clone(), &headers).await.expect(201);
        let again = visitor.json(http::Method::POST, "/api/auth/register", body, &headers).await.expect(201);
        assert_eq!(first.json(), again.json());
        use sea_orm::ConnectionTrait;
        let read = app.app.db.read();
        let q = tessera_platform::db::sql(&read, "SELECT body FROM idempotency", vec![]);
        let kept: String = read.query_one_raw(q).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        assert!(!kept.contains(first.json()["token"].as_str().unwrap()));
    }
}
