//! Settings, addresses and the page About.

use crate::start;
use tessera_core::Role;
use tessera_testkit::{TestApp, both_engines};

fn form<'a>(about: &'a str, registration: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", "Club of <Tests>"),
        ("about", about),
        ("timezone", "Europe/Paris"),
        ("locale", "fr"),
        ("hue", "265"),
        ("registration", registration),
        ("newcomers_may_be", "organiser"),
    ]
}

both_engines! { start;
    async fn what_admins_choose_is_seen_at_once_and_markdown_is_shown_safely(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        let ben = app.member("Ben", &[Role::Organiser]).await;
        app.visitor().get("/about").await.expect(200);
        ben.submit("/manage/settings", &form("", "open")).await.expect(403);
        let about = "**Hello** <script>alert(1)</script> [x](javascript:alert(1))";
        ana.submit("/manage/settings", &form(about, "invite")).await.expect(303);
        let page = app.visitor().reading("en").get("/about").await.expect(200);
        assert!(page.select(".prose strong").contains(&"Hello".to_owned()), "{}", page.text());
        assert!(!page.text().contains("<script>alert") && !page.text().contains("javascript:"));
        assert!(page.text().contains("Club of &#60;Tests&#62;") && page.text().contains("invitation"));
        assert!(page.text().contains("--accent-h:265"));
        let refused = ana.submit("/manage/settings", &[("name", ""), ("about", "kept"), ("timezone", "x"), ("registration", "open"), ("locale", "fr")]).await.expect(422);
        assert_eq!(refused.select("#f-about"), ["kept"]);
    }

    async fn a_community_is_found_by_slug_by_host_and_else_the_first(app: TestApp) {
        app.add_community("roma", "Moto Club Roma").await;
        let name = async |host: &str| app.visitor().at(host).get("/about").await.expect(200).attribute("meta[property='og:site_name']", "content").unwrap();
        assert_eq!(name("roma.localhost:8080").await, "Moto Club Roma");
        assert_eq!(name("ROMA.localhost").await, "Moto Club Roma");
        assert_eq!(name("torino.localhost:8080").await, "Moto Club Torino");
        assert_eq!(name("localhost:8080").await, "Moto Club Torino");
        assert_eq!(name("nowhere.example").await, "Moto Club Torino");

        app.execute("UPDATE accounts SET operator = operator", vec![]).await;
        let roma = app.app.communities().await.unwrap()[1].id;
        let account = app.account("Olga", true, true).await;
        app.join(roma, account, &[Role::Admin]).await;
        let olga = app.sign_in(account, roma, "roma.localhost:8080", "Olga").await;
        olga.submit("/manage/settings/address", &[("slug", "torino"), ("host", "")]).await.expect(422);
        let moved = [("slug", "urbe"), ("host", "Club.Roma.example")];
        let answer = olga.submit("/manage/settings/address", &moved).await.expect(303);
        assert_eq!(answer.location(), "http://club.roma.example:8080/manage/settings");
        assert_eq!(name("club.roma.example").await, "Moto Club Roma");
        assert_eq!(name("urbe.localhost:8080").await, "Moto Club Roma");
        assert_eq!(name("roma.localhost:8080").await, "Moto Club Torino");
    }

    async fn the_address_is_the_operators_alone(app: TestApp) {
        let ana = app.member("Ana", &[Role::Admin]).await;
        ana.submit("/manage/settings/address", &[("slug", "other"), ("host", "")]).await.expect(403);
        assert!(ana.get("/manage/settings").await.expect(200).select("#f-slug").is_empty());
    }
}
