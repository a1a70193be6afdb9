use crate::{PASSWORD, member, registered, start};
use serde_json::json;
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn somebody_joins_through_the_mailed_link(app: TestApp) {
        let ana = app.visitor().reading("it");
        let page = ana.get("/register").await.expect(200);
        assert_eq!(page.select("h1"), ["Iscriviti a Moto Club Torino"]);
        let fields = [("name", "Ana Rossi"), ("email", "ana@example.org"), ("password", PASSWORD), ("role", "organiser")];
        let sent = ana.submit("/register", &fields).await.expect(200);
        assert!(sent.text().contains("ana@example.org"));
        assert!(ana.cookie("tessera_session").is_none());
        let mails = app.mails().await;
        let link = mails[0].link("/verify");
        // Mail scanners open links: nothing is used up.
        let page = ana.get(&link).await.expect(200);
        ana.get(&link).await.expect(200);
        let token = page.attribute("input[name=token]", "value").unwrap();
        let welcome = ana.submit("/verify", &[("token", &token)]).await.expect(303);
        assert_eq!(welcome.location(), "/");
        let cookie = welcome.headers.get_all("set-cookie").iter().map(|v| v.to_str().unwrap())
            .find(|c| c.starts_with("tessera_session=")).unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"), "{cookie}");
        let me = ana.get("/me").await.expect(200);
        assert_eq!(me.attribute("#f-name", "value").unwrap(), "Ana Rossi");
        assert!(me.text().contains("confermato"));
        let refused = app.visitor().submit("/verify", &[("token", &token)]).await.expect(410);
        assert!(refused.select("a[href='/forgot']").len() == 1, "{}", refused.text());
    }

    async fn the_registration_page_tells_nobody_who_has_an_account(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        app.mails().await;
        let fields = |email: &'static str| [("name", "Eve"), ("email", email), ("password", PASSWORD), ("role", "member")];
        let known = app.visitor().submit("/register", &fields("ana@example.org")).await.expect(200).text();
        let unknown = app.visitor().submit("/register", &fields("new@example.org")).await.expect(200).text();
        assert_eq!(known.replace("ana@", "new@"), unknown);
        let mails = app.mails().await;
        let to = |email: &str| mails.iter().find(|m| m.to == email).unwrap();
        assert_eq!(to("new@example.org").subject, "Confirm your address");
        assert_eq!(to("ana@example.org").subject, "You already have an account");
        assert!(!to("ana@example.org").text.contains("token="));
        // Her account is as it was.
        ana.get("/me").await.expect(200);
        app.visitor().submit("/sign-in", &[("email", "ana@example.org"), ("password", PASSWORD)]).await.expect(303);
    }

    async fn an_account_of_the_server_joins_another_community_through_its_mail(app: TestApp) {
        registered(&app, "ana@example.org").await;
        app.add_community("roma", "Roma").await;
        app.mails().await;
        let there = app.visitor().at("roma.localhost:8080");
        let fields = [("email", "ana@example.org"), ("password", PASSWORD)];
        let refused = there.submit("/sign-in", &fields).await.expect(403);
        assert!(refused.text().contains("not a member"));
        let fields = [("name", "Ana"), ("email", "ana@example.org"), ("password", "something else again")];
        there.submit("/register", &fields).await.expect(200);
        let mails = app.mails().await;
        assert_eq!(mails[0].subject, "Join Roma with your account");
        let link = mails[0].link("/verify");
        // A link counts in its community.
        app.visitor().get(&link).await.expect(410);
        let page = there.get(&link).await.expect(200);
        let token = page.attribute("input[name=token]", "value").unwrap();
        there.submit("/verify", &[("token", &token)]).await.expect(303);
        there.get("/me").await.expect(200);
        // Not with the password that was typed there.
        let typed = [("email", "ana@example.org"), ("password", "something else again")];
        there.submit("/sign-in", &typed).await.expect(422);
    }

    async fn signing_in_leads_on_to_a_page_of_ours_only(app: TestApp) {
        registered(&app, "ana@example.org").await;
        let go = async |next: &str| {
            let fields = [("email", "ana@example.org"), ("password", PASSWORD), ("next", next)];
            app.visitor().submit("/sign-in", &fields).await.expect(303).location()
        };
        assert_eq!(go("/me/security?x=1").await, "/me/security?x=1");
        assert_eq!(go("https://evil.example/").await, "/");
        assert_eq!(go("//evil.example").await, "/");
        assert_eq!(go("/\\evil.example").await, "/");
        let led = app.visitor().get("/me/security").await.expect(303).location();
        assert_eq!(led, "/sign-in?next=%2Fme%2Fsecurity");
        let page = app.visitor().get(&led).await.expect(200);
        assert_eq!(page.attribute("input[name=next]", "value").unwrap(), "/me/security");
    }

    async fn a_refused_sign_in_keeps_the_address_and_not_the_password(app: TestApp) {
        registered(&app, "ana@example.org").await;
        let fields = [("email", "ana@example.org"), ("password", "not the password"), ("next", "/me")];
        let page = app.visitor().reading("de").submit("/sign-in", &fields).await.expect(422);
        assert_eq!(page.attribute("#f-email", "value").unwrap(), "ana@example.org");
        assert_eq!(page.attribute("input[name=next]", "value").unwrap(), "/me");
        assert!(!page.text().contains("not the password"));
        assert!(page.select("[role=alert]")[0].contains("Adresse und Passwort passen nicht zusammen."));
    }

    async fn signing_out_ends_the_session_itself(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        let kept = ana.cookie("tessera_session").unwrap();
        ana.submit("/sign-out", &[]).await.expect(303);
        assert!(ana.cookie("tessera_session").is_none());
        ana.set_cookie("tessera_session", &kept);
        ana.get("/me").await.expect(303);
    }

    async fn an_operator_who_is_no_member_looks_after_their_own_account(app: TestApp) {
        let olga = app.operator("Olga").await;
        for page in ["/me", "/me/security", "/me/privacy", "/me/export"] {
            olga.get(page).await.expect(200);
        }
        assert!(!olga.get("/me").await.expect(200).select("nav a[href='/me']").is_empty(), "the bar leads there");
        let fields = [("name", "Olga"), ("locale", "it"), ("timezone", "")];
        olga.submit("/me", &fields).await.expect(303);
        assert_eq!(olga.get("/me/security").await.expect(200).attribute("html", "lang").unwrap(), "it");
        let other = app.sign_in(olga.account_id.unwrap(), app.community, "localhost:8080", "Olga").await;
        olga.submit("/me/sessions/end-others", &[("confirmed", "yes")]).await.expect(303);
        other.get("/me").await.expect(303);
        assert_eq!(olga.get("/api/auth/me").await.expect(200).json()["operator"], true);
        olga.patch("/api/me", json!({"locale": "de"})).await.expect(200);
        let token = olga.post("/api/me/tokens", json!({"name": "script", "scopes": ["account:read"]})).await.expect(201).json();
        olga.delete(&format!("/api/me/tokens/{}", token["id"].as_str().unwrap())).await.expect(204);
    }

    async fn a_forgotten_password_is_replaced_and_every_device_signed_out(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        let phone = registered_again(&app, "ana@example.org").await;
        app.mails().await;
        let asking = app.visitor();
        let known = asking.submit("/forgot", &[("email", "ana@example.org")]).await.expect(200).text();
        let unknown = asking.submit("/forgot", &[("email", "eve@example.org")]).await.expect(200).text();
        assert_eq!(known.replace("ana@", "eve@"), unknown);
        let mails = app.mails().await;
        assert_eq!(mails.iter().map(|m| m.to.as_str()).collect::<Vec<_>>(), ["ana@example.org"]);
        let link = mails[0].link("/reset");
        let page = asking.get(&link).await.expect(200);
        let token = page.attribute("input[name=token]", "value").unwrap();
        let weak = asking.submit("/reset", &[("token", &token), ("password", "password12")]).await.expect(422);
        assert!(!weak.select(".error").is_empty());
        let fields = [("token", token.as_str()), ("password", "quattro cani in cantina")];
        asking.submit("/reset", &fields).await.expect(303);
        asking.get("/me").await.expect(200);
        ana.get("/me").await.expect(303);
        phone.get("/api/auth/me").await.expect(401);
        app.visitor().submit("/reset", &fields).await.expect(410);
        let old = [("email", "ana@example.org"), ("password", PASSWORD)];
        app.visitor().submit("/sign-in", &old).await.expect(422);
        assert_eq!(app.mails().await[0].subject, "Your password was changed");
    }

    async fn a_reset_link_is_too_old_after_two_hours_and_replaced_by_the_next(app: TestApp) {
        registered(&app, "ana@example.org").await;
        app.mails().await;
        let link = async || {
            app.visitor().submit("/forgot", &[("email", "ana@example.org")]).await.expect(200);
            app.mails().await[0].link("/reset")
        };
        let first = link().await;
        let second = link().await;
        app.visitor().get(&first).await.expect(410);
        app.visitor().get(&second).await.expect(200);
        app.clock.advance(jiff::SignedDuration::from_mins(121));
        app.visitor().get(&second).await.expect(410);
    }

    async fn nobody_is_flooded_with_mails(app: TestApp) {
        registered(&app, "ana@example.org").await;
        app.mails().await;
        let mut sent = 0;
        for _ in 0..8 {
            app.visitor().submit("/forgot", &[("email", "ana@example.org")]).await.expect(200);
            sent += app.mails().await.len();
        }
        assert_eq!(sent, 4);
        let mut statuses = Vec::new();
        for n in 0..14 {
            let email = format!("n{n}@example.org");
            statuses.push(app.visitor().submit("/forgot", &[("email", &email)]).await.status.as_u16());
        }
        assert_eq!(statuses.iter().filter(|s| **s == 429).count(), 2, "{statuses:?}");
    }

    async fn guessing_links_is_limited(app: TestApp) {
        for _ in 0..30 {
            app.visitor().get("/verify?token=lnk_guess").await.expect(410);
        }
        let refused = app.visitor().get("/verify?token=lnk_guess").await.expect(429);
        assert!(refused.header("retry-after").is_some());
    }

    async fn two_presses_at_the_same_moment_use_a_link_once(app: TestApp) {
        registered(&app, "ana@example.org").await;
        let link = app.mails().await[0].link("/verify");
        let token = link.split("token=").nth(1).unwrap().to_owned();
        let presses = (0..6).map(|_| async { app.visitor().submit("/verify", &[("token", &token)]).await.status.as_u16() });
        let mut all = futures::future::join_all(presses).await;
        all.sort_unstable();
        assert_eq!(all, [303, 410, 410, 410, 410, 410]);
    }

    async fn a_changed_password_leaves_only_this_device(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        let laptop = signed_in(&app, "ana@example.org").await;
        let wrong = [("current_password", "not the password"), ("new_password", "quattro cani in cantina")];
        let page = ana.submit("/me/password", &wrong).await.expect(422);
        assert!(page.attribute("#f-current_password", "aria-invalid").is_some());
        let right = [("current_password", PASSWORD), ("new_password", "quattro cani in cantina")];
        ana.submit("/me/password", &right).await.expect(303);
        ana.get("/me").await.expect(200);
        laptop.get("/me").await.expect(303);
    }

    async fn sessions_are_listed_and_ended(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        let laptop = signed_in(&app, "ana@example.org").await;
        let page = ana.get("/me/security").await.expect(200);
        assert_eq!(page.select("tr .badge.accent"), ["this device"]);
        let path = page.attribute("form[action*='/me/sessions/'][action$='/end']", "action").unwrap();
        ana.submit(&path, &[]).await.expect(303);
        ana.submit(&path, &[]).await.expect(404);
        laptop.get("/me").await.expect(303);
        ana.get("/me").await.expect(200);
        // Nobody ends somebody else's.
        let eve = member(&app, "eve@example.org").await;
        eve.submit(&path, &[]).await.expect(404);
    }

    async fn a_session_ends_by_itself_when_it_is_not_used(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 20));
        ana.get("/me").await.expect(200);
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 20));
        ana.get("/me").await.expect(200);
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 31));
        ana.get("/me").await.expect(303);
    }

    async fn a_token_made_on_the_page_is_shown_once(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        let none = ana.submit("/me/tokens", &[("name", "Calendar"), ("expires_in_days", "30")]).await.expect(422);
        assert!(none.text().contains("Calendar"));
        app.clock.advance(jiff::SignedDuration::from_secs(1));
        let fields = [("name", "<b>Calendar"), ("scopes", "account:read"), ("expires_in_days", "30")];
        let page = ana.submit("/me/tokens", &fields).await.expect(200);
        let secret = page.select("#made-token")[0].clone();
        assert!(!page.text().contains("<b>Calendar"));
        let mut script = app.visitor();
        script.bearer = Some(secret.clone());
        script.get("/api/auth/me").await.expect(200);
        let page = ana.get("/me/security").await.expect(200);
        assert!(!page.text().contains(&secret));
        let path = page.attribute("form[action$='/revoke']", "action").unwrap();
        ana.submit(&path, &[]).await.expect(303);
        script.get("/api/auth/me").await.expect(401);
    }

    async fn a_new_address_counts_when_its_link_was_pressed(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        member(&app, "eve@example.org").await;
        app.mails().await;
        let ask = async |email: &str| {
            ana.submit("/me/email", &[("email", email), ("password", PASSWORD)]).await.expect(200).text()
        };
        let free = ask("ana.rossi@example.org").await;
        assert_eq!(ask("eve@example.org").await.replace("eve@", "ana.rossi@"), free);
        let mails = app.mails().await;
        assert_eq!(mails.iter().find(|m| m.to == "eve@example.org").unwrap().subject, "You already have an account");
        let link = mails.iter().find(|m| m.to == "ana.rossi@example.org").unwrap().link("/verify");
        let me = ana.get("/api/auth/me").await.expect(200).json();
        assert_eq!(me["email"], "ana@example.org");
        let token = ana.get(&link).await.expect(200).attribute("input[name=token]", "value").unwrap();
        ana.submit("/verify", &[("token", &token)]).await.expect(303);
        let me = ana.get("/api/auth/me").await.expect(200).json();
        assert_eq!(me["email"], "ana.rossi@example.org");
        let told = app.mails().await;
        assert_eq!((told[0].to.as_str(), told[0].subject.as_str()), ("ana@example.org", "Your address was changed"));
    }

    async fn an_erased_account_leaves_nothing_behind(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        ana.submit("/me/erase", &[("password", "not the password")]).await.expect(422);
        ana.get("/me").await.expect(200);
        ana.submit("/me/erase", &[("password", PASSWORD)]).await.expect(303);
        ana.get("/me").await.expect(303);
        let right = [("email", "ana@example.org"), ("password", PASSWORD)];
        app.visitor().submit("/sign-in", &right).await.expect(422);
        use sea_orm::ConnectionTrait;
        let read = app.app.db.read();
        for (table, column) in [("accounts", "email"), ("mails", "recipient")] {
            let q = tessera_platform::db::sql(&read, &format!("SELECT COUNT(*) FROM {table} WHERE {column} = ?"), vec!["ana@example.org".into()]);
            let left: i64 = read.query_one_raw(q).await.unwrap().unwrap().try_get_by_index(0).unwrap();
            assert_eq!(left, 0, "{table}");
        }
        for table in ["memberships", "sessions", "one_time_links"] {
            let q = tessera_platform::db::sql(&read, &format!("SELECT COUNT(*) FROM {table}"), vec![]);
            let left: i64 = read.query_one_raw(q).await.unwrap().unwrap().try_get_by_index(0).unwrap();
            assert_eq!(left, 0, "{table}");
        }
    }

    async fn the_only_admin_of_others_is_not_erased(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        app.execute("UPDATE memberships SET roles = 'admin member'", vec![]).await;
        let eve = member(&app, "eve@example.org").await;
        let page = ana.submit("/me/erase", &[("password", PASSWORD)]).await.expect(409);
        assert!(page.text().contains("Moto Club Torino"));
        eve.submit("/me/erase", &[("password", PASSWORD)]).await.expect(303);
        ana.submit("/me/erase", &[("password", PASSWORD)]).await.expect(303);
    }

    async fn every_page_speaks_every_language(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        for language in ["en", "it", "fr", "es", "de"] {
            ana.patch("/api/me", json!({"locale": language})).await.expect(200);
            for path in ["/me", "/me/security", "/me/privacy", "/verify", "/forgot"] {
                let page = ana.get(path).await.expect(200);
                assert_eq!(page.attribute("html", "lang").as_deref(), Some(language), "{path}");
            }
            let visitor = app.visitor().reading(language);
            for path in ["/sign-in", "/register", "/forgot"] {
                let page = visitor.get(path).await.expect(200);
                assert_eq!(page.attribute("html", "lang").as_deref(), Some(language), "{path}");
                assert_eq!(page.select("h1").len(), 1);
            }
        }
        assert!(app.app.catalogue.missed().is_empty(), "{:?}", app.app.catalogue.missed());
    }

    async fn what_was_typed_is_shown_as_text(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        let evil = "\"><script>alert(1)</script>";
        let fields = [("name", evil), ("locale", "en"), ("timezone", evil)];
        let page = ana.submit("/me", &fields).await.expect(422);
        assert!(!page.text().contains("<script>alert"));
        assert_eq!(page.attribute("#f-name", "value").unwrap(), evil);
        ana.submit("/me", &[("name", evil), ("locale", ""), ("timezone", "")]).await.expect(303);
        assert!(!ana.get("/me").await.expect(200).text().contains("<script>alert"));
    }

    async fn a_form_from_another_site_is_refused(app: TestApp) {
        let ana = member(&app, "ana@example.org").await;
        let request = ana.request(http::Method::POST, "/me/sessions/end-others")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site");
        ana.send(request.body(String::new()).unwrap()).await.expect(403);
        let request = app.visitor().request(http::Method::POST, "/sign-in")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site");
        app.visitor().send(request.body("email=a&password=b".to_owned()).unwrap()).await.expect(403);
    }

    async fn an_unverified_member_asks_for_the_mail_again(app: TestApp) {
        registered(&app, "ana@example.org").await;
        app.mails().await;
        let ana = signed_in(&app, "ana@example.org").await;
        let page = ana.get("/verify").await.expect(200);
        assert!(page.text().contains("ana@example.org"));
        ana.submit("/verify/resend", &[]).await.expect(303);
        assert_eq!(app.mails().await[0].subject, "Confirm your address");
    }
}

async fn signed_in(app: &TestApp, email: &str) -> tessera_testkit::Actor {
    let actor = app.visitor();
    actor.submit("/sign-in", &[("email", email), ("password", PASSWORD)]).await.expect(303);
    actor
}

/// A program signed in with the account.
async fn registered_again(app: &TestApp, email: &str) -> tessera_testkit::Actor {
    let mut actor = app.visitor();
    let body = json!({"email": email, "password": PASSWORD});
    let answer = actor.post("/api/auth/login", body).await.expect(200).json();
    actor.bearer = Some(answer["token"].as_str().unwrap().to_owned());
    actor
}

mod behind_https {
    use super::*;

    async fn start(engine: tessera_testkit::Engine) -> TestApp {
        crate::start_with(engine, |c| c.http.base_url = "https://club.example.org".parse().unwrap()).await
    }

    both_engines! { start;
        async fn the_session_never_travels_in_the_clear(app: TestApp) {
            registered(&app, "ana@example.org").await;
            let fields = [("email", "ana@example.org"), ("password", PASSWORD)];
            let answer = app.visitor().submit("/sign-in", &fields).await.expect(303);
            let cookie = answer.headers.get_all("set-cookie").iter().map(|v| v.to_str().unwrap());
            assert!(cookie.into_iter().any(|c| c.starts_with("tessera_session=ses_") && c.contains("; Secure")));
            assert!(app.mails().await[0].text.contains("https://club.example.org/verify?token="));
        }
    }
}

mod by_invitation {
    use super::*;

    async fn start(engine: tessera_testkit::Engine) -> TestApp {
        crate::start_with(engine, |c| {
            c.accounts.registration = tessera_platform::config::Registration::Invite
        })
        .await
    }

    both_engines! { start;
        async fn nobody_registers_by_themselves(app: TestApp) {
            let page = app.visitor().get("/register").await.expect(200);
            assert!(page.select("form.form").is_empty() && page.text().contains("without an invitation"));
            let fields = [("name", "Ana"), ("email", "ana@example.org"), ("password", PASSWORD)];
            app.visitor().submit("/register", &fields).await.expect(403);
            assert!(app.visitor().get("/sign-in").await.expect(200).select("a[href='/register']").is_empty());
            let body = json!({"email": "ana@example.org", "password": PASSWORD});
            assert_eq!(app.visitor().post("/api/auth/register", body).await.expect(403).code(), "registration_closed");
        }
    }
}
