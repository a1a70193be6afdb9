use super::{EVENT, TOLD, start, start_with, tell};
use serde_json::json;
use tessera_core::Role;
use tessera_testkit::{Engine, Mail, TestApp, both_engines};

async fn start_secure(engine: Engine) -> TestApp {
    start_with(engine, |config| config.http.base_url = "https://localhost:8080".parse().unwrap()).await
}

fn stop_link(mail: &Mail) -> String {
    mail.link("/unsubscribe/")
}

/// As a mail program does it (RFC 8058 §3.2): no cookies, no page before it.
async fn one_click(app: &TestApp, path: &str, kind: &str, body: &str) -> tessera_testkit::TestResponse {
    let nobody = app.visitor();
    let request =
        nobody.request(http::Method::POST, path).header("content-type", kind).body(body.to_owned()).unwrap();
    nobody.send(request).await
}

both_engines! { start_secure;
    async fn a_mail_says_why_one_gets_it_and_one_click_stops_its_sort(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        tell(&app, &TOLD, &to, "Hello", "1").await;
        let mail = app.mails().await.remove(0);
        assert_eq!(mail.subject, "Hello");
        assert!(mail.text.contains("More of it.") && mail.text.contains("https://localhost:8080/community/members"));
        assert!(mail.text.contains("Ricevi questa e-mail perché"), "{}", mail.text);
        assert!(mail.text.contains("https://localhost:8080/me/notifications"));
        let link = stop_link(&mail);
        let unfolded = mail.raw.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("List-Unsubscribe: <https://localhost:8080{link}>")), "{}", mail.raw);
        assert!(unfolded.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
        // Scanners open links: nothing happens.
        let page = app.visitor().get(&link).await.expect(200);
        assert_eq!(page.select("main button"), ["Stop these mails"]);
        tell(&app, &TOLD, &to, "Still", "2").await;
        assert_eq!(app.mails().await.len(), 1);
        let form = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        for (kind, body) in [
            ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
            ("multipart/form-data; boundary=b", form),
        ] {
            ana.patch("/api/me/preferences", json!({"channels": {"news": {"email": "instant"}}})).await.expect(200);
            one_click(&app, &link, kind, body).await.expect(200);
            assert_eq!(ana.get("/api/me/preferences").await.json()["channels"]["news"]["email"], "off", "{kind}");
        }
        tell(&app, &TOLD, &to, "Quiet", "3").await;
        tell(&app, &EVENT, &to, "Of another sort", "4").await;
        assert!(app.mails().await.is_empty());
        assert_eq!(ana.get("/api/me/preferences").await.json()["channels"]["news"], json!({"email": "off", "in_app": true}));
        assert_eq!(ana.get("/api/notifications").await.json()["items"].as_array().unwrap().len(), 4, "the inbox goes on");
        app.clock.advance(jiff::SignedDuration::from_hours(24));
        assert_eq!(app.mails().await.len(), 1, "the digest goes on");
    }

    async fn who_stopped_mails_by_mistake_turns_them_on_again(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        tell(&app, &TOLD, &to, "Hello", "1").await;
        let link = stop_link(&app.mails().await[0]);
        let nobody = app.visitor();
        let stopped = nobody.submit(&link, &[]).await.expect(200);
        assert_eq!(stopped.select("h1"), ["These mails have stopped"]);
        let again = stopped.attribute("input[name=again]", "value").unwrap();
        assert_eq!(again, "news:instant");
        // Whoever is signed in uses the same page.
        let on = ana.submit(&link, &[("again", &again)]).await.expect(200);
        assert_eq!(on.select("h1"), ["On again"]);
        tell(&app, &TOLD, &to, "Back", "2").await;
        assert_eq!(app.mails().await.len(), 1);
        // The address is good for its own sort alone, and for nobody else.
        nobody.submit(&link, &[("again", "partner_events:instant")]).await.expect(200);
        assert_eq!(ana.get("/api/me/preferences").await.json()["channels"]["partner_events"]["email"], "digest");
        nobody.get(&format!("{link}x")).await.expect(404);
        one_click(&app, "/unsubscribe/v1.abc", "text/plain", "").await.expect(404);
    }

    async fn one_click_stops_the_digest_and_leaves_the_rest(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        tell(&app, &EVENT, &to, "New", "1").await;
        app.clock.advance(jiff::SignedDuration::from_hours(24));
        let mail = app.mails().await.remove(0);
        let link = stop_link(&mail);
        one_click(&app, &link, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click").await.expect(200);
        let now = ana.get("/api/me/preferences").await.json();
        assert_eq!(now["channels"]["partner_events"]["email"], "off");
        assert_eq!(now["channels"]["news"]["email"], "instant");
        let page = app.visitor().get(&link).await.expect(200);
        assert_eq!(page.attribute("input[name=again]", "value").as_deref(), Some("partner_events:digest"));
    }

    async fn who_opts_out_or_is_suspended_before_a_mail_leaves_does_not_get_it(app: TestApp) {
        let (ana, bob, eve) = (app.member("Ana", &[]).await, app.member("Bob", &[]).await, app.member("Eve", &[]).await);
        let to = [&ana, &bob, &eve].map(|a| a.account_id.unwrap());
        tell(&app, &TOLD, &to, "Hello", "1").await;
        tell(&app, &EVENT, &to, "New", "2").await;
        ana.patch("/api/me/preferences", json!({"news": false, "partner_events": false})).await.expect(200);
        app.execute("UPDATE memberships SET state = 'suspended' WHERE account_id = ?", vec![to[1].into()]).await;
        let mails = app.mails().await;
        assert_eq!(mails.iter().map(|m| m.to.as_str()).collect::<Vec<_>>(), ["eve@example.org"]);
        app.clock.advance(jiff::SignedDuration::from_hours(24));
        let mails = app.mails().await;
        assert_eq!(mails.iter().map(|m| m.to.as_str()).collect::<Vec<_>>(), ["eve@example.org"]);
    }

    async fn admins_see_what_was_mailed_by_what_it_is_about_and_what_failed(app: TestApp) {
        let (ada, ana) = (app.member("Ada", &[Role::Admin]).await, app.member("Ana", &[]).await);
        let to = [ana.account_id.unwrap()];
        tell(&app, &TOLD, &to, "Hello", "1").await;
        tell(&app, &EVENT, &to, "New", "2").await;
        app.clock.advance(jiff::SignedDuration::from_hours(24));
        app.mails().await;
        tell(&app, &TOLD, &to, "Waits", "3").await;
        let texts = |page: tessera_testkit::TestResponse| page.select("tbody .badge");
        assert_eq!(texts(ada.get("/manage/mail").await.expect(200)), ["Waiting", "Sent", "Sent"]);
        assert_eq!(texts(ada.get("/manage/mail?state=sent&about=digest").await.expect(200)), ["Sent"]);
        assert_eq!(texts(ada.get("/manage/mail?about=news").await.expect(200)), ["Waiting", "Sent"]);
        assert_eq!(ada.get("/manage/mail?about=member").await.expect(200).select(".empty h2"), ["Nothing like this"]);
        let refused = "UPDATE mails SET state = 'failed', last_error = ? WHERE state = 'waiting'";
        let said = "the mail server refused the address: 550 5.1.1 no such user";
        app.execute(refused, vec![said.into()]).await;
        app.execute("DELETE FROM jobs WHERE kind = 'mail.send'", vec![]).await;
        let page = ada.get("/manage/mail?state=failed").await.expect(200);
        assert!(page.text().contains("The mail server knows no such address."), "{}", page.text());
        let retry = page.attribute("tbody form", "action").unwrap();
        ana.submit(&retry, &[]).await.expect(403);
        ada.submit(&retry, &[]).await.expect(303);
        assert_eq!(app.mails().await.iter().map(|m| m.subject.as_str()).collect::<Vec<_>>(), ["Waits"]);
        ada.submit(&retry, &[]).await.expect(404);
    }
}

both_engines! { start;
    async fn an_address_that_is_not_https_promises_no_one_click(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        tell(&app, &TOLD, &[ana.account_id.unwrap()], "Hello", "1").await;
        let mail = app.mails().await.remove(0);
        assert!(mail.raw.contains("List-Unsubscribe: ") && !mail.raw.contains("List-Unsubscribe-Post"));
    }
}
