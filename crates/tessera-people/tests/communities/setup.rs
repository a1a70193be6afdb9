//! The first visitor's page.

use crate::{PASSWORD, count, start_empty};
use tessera_testkit::{TestApp, both_engines};

fn form() -> Vec<(&'static str, &'static str)> {
    vec![
        ("name", "Moto Club Torìno"),
        ("timezone", "Europe/Rome"),
        ("locale", "it"),
        ("hue", "150"),
        ("registration", "open"),
        ("newcomers_may_be", "organiser"),
        ("newcomers_may_be", "promoter"),
        ("admin_name", "Ana Rossi"),
        ("email", "ana@example.org"),
        ("password", PASSWORD),
    ]
}

both_engines! { start_empty;
    async fn an_empty_server_leads_to_its_setup_and_the_first_visitor_becomes_its_admin(app: TestApp) {
        let visitor = app.visitor();
        assert_eq!(visitor.get("/about").await.expect(303).location(), "/setup");
        let page = visitor.reading("it").get("/setup").await.expect(200);
        assert_eq!(page.attribute("#f-timezone", "value").unwrap(), "Europe/Rome");

        let done = visitor.submit("/setup", &form()).await.expect(303);
        assert_eq!(done.location(), "/");
        let community = &app.app.communities().await.unwrap()[0];
        assert_eq!((community.slug.as_str(), community.hue), ("moto-club-torino", 150));
        assert_eq!(community.newcomers_may_be.to_string(), "organiser promoter member");

        visitor.get("/manage/people").await.expect(200);
        let me = visitor.get("/api/auth/me").await.expect(200).json();
        assert_eq!(me["email"], "ana@example.org");
        visitor.get("/setup").await.expect(404);
        app.visitor().get("/setup").await.expect(404);
        app.visitor().submit("/setup", &form()).await.expect(404);
    }

    async fn of_two_who_set_up_at_the_same_moment_one_does(app: TestApp) {
        let (first, second) = (app.visitor(), app.visitor());
        let mut other = form();
        other[8] = ("email", "ben@example.org");
        other[0] = ("name", "Another Club");
        let mine = form();
        let (a, b) = tokio::join!(first.submit("/setup", &mine), second.submit("/setup", &other));
        let mut statuses = [a.status.as_u16(), b.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 404]);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM communities").await, 1);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM accounts").await, 1);
    }

    async fn what_does_not_fit_is_said_at_its_field_and_nothing_typed_is_lost(app: TestApp) {
        let bad = [
            ("name", "<b>Club</b>"), ("slug", "no spaces please"), ("timezone", "Mars/Base"), ("locale", "it"),
            ("hue", "900"), ("registration", "open"), ("admin_name", ""), ("email", "nobody"), ("password", "short"),
        ];
        let page = app.visitor().submit("/setup", &bad).await.expect(422);
        assert_eq!(page.attribute("#f-name", "value").unwrap(), "<b>Club</b>");
        assert_eq!(page.attribute("#f-slug", "value").unwrap(), "no spaces please");
        for field in ["slug", "timezone", "admin_name", "email", "password"] {
            assert_eq!(page.select(&format!("#f-{field}-error")).len(), 1, "{field}");
        }
        assert!(!page.text().contains("value=\"short\""));
        assert_eq!(count(&app, "SELECT COUNT(*) FROM communities").await, 0);
    }

    async fn samples_are_made_up_once_and_go_without_a_trace(app: TestApp) {
        let ana = app.visitor();
        let mut with_samples = form();
        with_samples.push(("samples", "yes"));
        ana.submit("/setup", &with_samples).await.expect(303);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM memberships").await, 9);
        ana.submit("/manage/settings/samples/fill", &[]).await.expect(303);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM memberships").await, 9);

        let question = ana.submit("/manage/settings/samples/clear", &[]).await.expect(200);
        assert_eq!(question.attribute("form[action='/manage/settings/samples/clear'] input[name=confirmed]", "value").unwrap(), "yes");
        ana.submit("/manage/settings/samples/clear", &[("confirmed", "yes")]).await.expect(303);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM memberships").await, 1);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM accounts").await, 1);
        assert_eq!(count(&app, "SELECT COUNT(*) FROM samples").await, 0);
    }
}
