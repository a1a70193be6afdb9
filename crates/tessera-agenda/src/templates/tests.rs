//! Templates as organisers and programs use them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::testing::start;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{Actor, TestApp, both_engines};

const API: &str = "/api/task-templates";

async fn ride(who: &Actor) -> String {
    let items = json!([
        {"title": "Book the hall", "offset_days": -14, "assignee": "organiser", "priority": "high"},
        {"title": "Buy bread", "offset_days": -1, "time": "18:00", "assignee": "applier"},
        {"title": "Write the report", "offset_days": 2},
    ]);
    let made = who.post(API, json!({"name": "Before a ride", "items": items})).await.expect(201).json();
    made["id"].as_str().unwrap().to_owned()
}

fn titles(list: &Value) -> Vec<(String, String)> {
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(|t| (text(&t["title"]), text(&t["due_at"]))).collect()
}

both_engines! { start;
    async fn a_template_makes_its_tasks_so_many_days_around_a_date(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[Role::Organiser]).await);
        let id = ride(&ana).await;
        let preview = ana.post(&format!("{API}/{id}/preview"), json!({"date": "2026-03-01"})).await.expect(200).json();
        let days: Vec<&str> = preview["tasks"].as_array().unwrap().iter().map(|t| t["due_on"].as_str().unwrap()).collect();
        assert_eq!(days, ["2026-02-15", "2026-02-28", "2026-03-03"]);
        let apply = format!("{API}/{id}/apply");
        let made = ana.post(&apply, json!({"date": "2026-05-01"})).await.expect(201).json();
        let at = |t: &str, due: &str| (t.to_owned(), due.to_owned());
        assert_eq!(titles(&made["tasks"]), [
            at("Book the hall", "2026-04-17T21:59:00Z"), at("Buy bread", "2026-04-30T16:00:00Z"), at("Write the report", "2026-05-03T21:59:00Z"),
        ]);
        let first = &made["tasks"][0];
        assert_eq!((&first["priority"], &first["visibility"], &first["all_day"]), (&json!("high"), &json!("private"), &json!(true)));
        let who: Vec<usize> = made["tasks"].as_array().unwrap().iter().map(|t| t["assignees"].as_array().unwrap().len()).collect();
        assert_eq!(who, [2, 1, 0]);
        let mails = app.mails().await;
        assert_eq!(mails.iter().map(|m| m.to.as_str()).collect::<Vec<_>>(), ["bea@example.org"]);
        assert_eq!(bea.get("/api/me/tasks").await.expect(200).json()["items"].as_array().unwrap().len(), 1);
        // For an event: from its first day, and the tasks know it.
        let event = ana.post("/api/events", json!({"title": "Ride", "starts_at": "2026-06-10T09:00"})).await.expect(201).json();
        let made = ana.post(&apply, json!({"event_id": event["id"], "visibility": "public"})).await.expect(201).json();
        assert_eq!((&made["tasks"][0]["due_at"], &made["tasks"][0]["details"]["for_event"]), (&json!("2026-05-27T21:59:00Z"), &event["id"]));
        let page = ana.get(&format!("/events/{}", made["tasks"][0]["id"].as_str().unwrap())).await.expect(200);
        assert_eq!(page.attribute("#task a", "href"), Some(format!("/events/{}", event["id"].as_str().unwrap())));
        bea.post(&apply, json!({"event_id": event["id"]})).await.expect(403);
        ana.post(&apply, json!({})).await.expect(422);
        ana.post(&apply, json!({"date": "soon"})).await.expect(422);
        ana.post(&apply, json!({"date": "2026-05-01", "visibility": "some", "once": ""})).await.expect(422);
    }

    async fn a_template_applied_twice_at_once_is_applied_once(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let (apply, body) = (format!("{API}/{}/apply", ride(&ana).await), json!({"date": "2026-05-01", "once": "one press"}));
        let (one, two) = tokio::join!(ana.post(&apply, body.clone()), ana.post(&apply, body.clone()));
        let (one, two) = (one.expect(201).json(), two.expect(201).json());
        assert_eq!(titles(&one["tasks"]), titles(&two["tasks"]));
        assert_eq!(one["tasks"][0]["id"], two["tasks"][0]["id"]);
        assert_eq!(ana.post(&apply, body).await.expect(201).json()["tasks"][2]["id"], one["tasks"][2]["id"]);
        let all = ana.get("/api/me/tasks?whose=organised").await.expect(200).json();
        assert_eq!(all["items"].as_array().unwrap().len(), 3);
        // Somebody else's press of the same name is another one.
        let bea = app.member("Bea", &[Role::Organiser]).await;
        let other = bea.post(&apply, json!({"date": "2026-05-01", "once": "one press"})).await.expect(201).json();
        assert_ne!(other["tasks"][0]["id"], one["tasks"][0]["id"]);
    }

    async fn a_template_that_cannot_be_used_whole_makes_nothing(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let made = ana.post(API, json!({"name": "Empty"})).await.expect(201).json();
        let apply = format!("{API}/{}/apply", made["id"].as_str().unwrap());
        assert_eq!(ana.post(&apply, json!({"date": "2026-05-01", "once": "x"})).await.expect(409).code(), "template_empty");
        // A refused use is no use.
        let path = format!("{API}/{}", made["id"].as_str().unwrap());
        ana.patch(&path, json!({"items": [{"title": "Later", "offset_days": 730}]})).await.expect(200);
        ana.post(&apply, json!({"date": "9999-12-01", "once": "x"})).await.expect(422);
        ana.post(&apply, json!({"date": "2026-05-01", "once": "x"})).await.expect(201);
        let unverified = app.unverified("Una", &[Role::Organiser]).await;
        unverified.post(&apply, json!({"date": "2026-05-01"})).await.expect(403);
    }

    async fn of_two_templates_with_one_name_one_is_kept(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[Role::Admin]).await);
        let (one, two) = tokio::join!(ana.post(API, json!({"name": "Fête"})), bea.post(API, json!({"name": "FETE"})));
        let mut answers = [one.status.as_u16(), two.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [201, 422]);
        let other = ana.post(API, json!({"name": "Other"})).await.expect(201).json();
        let path = format!("{API}/{}", other["id"].as_str().unwrap());
        let taken = ana.patch(&path, json!({"name": "fête"})).await.expect(422).json();
        assert_eq!(taken["errors"][0]["code"], json!("name_taken"));
        ana.json(http::Method::PATCH, &path, json!({"name": "Third"}), &[("if-match", "\"7\"")]).await.expect(412);
        let (one, two) = tokio::join!(
            ana.json(http::Method::PATCH, &path, json!({"name": "A"}), &[("if-match", "\"1\"")]),
            bea.json(http::Method::PATCH, &path, json!({"name": "B"}), &[("if-match", "\"1\"")]),
        );
        let mut answers = [one.status.as_u16(), two.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [200, 412]);
        for bad in [json!({"name": ""}), json!({"items": [{"title": ""}]}), json!({"items": [{"title": "x", "assignee": "dog"}]}), json!({"colour": "red"})] {
            ana.patch(&path, bad).await.expect(422);
        }
        app.member("Mia", &[]).await.get(API).await.expect(403);
        app.visitor().get(API).await.expect(401);
        ana.delete(&path).await.expect(204);
        ana.get(&path).await.expect(404);
    }

    async fn a_template_is_made_ordered_and_used_without_scripts(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        assert_eq!(ana.get("/manage/templates").await.expect(200).select(".empty h2"), ["No templates yet"]);
        ana.submit("/manage/templates", &[("name", " ")]).await.expect(422);
        let path = ana.submit("/manage/templates", &[("name", "Evening")]).await.expect(303).location();
        let refused = ana.submit(&format!("{path}/items"), &[("title", ""), ("days", "x"), ("time", "99:99")]).await.expect(422);
        assert!(!refused.select("#f-days-error").is_empty());
        for (title, days, when) in [("Chairs", "1", "before"), ("Cups", "0", "after"), ("Clean", "2", "after")] {
            ana.submit(&format!("{path}/items"), &[("title", title), ("days", days), ("when", when), ("assignee", "applier")]).await.expect(303);
        }
        ana.submit(&format!("{path}/items/2/move"), &[("way", "up")]).await.expect(303);
        let page = ana.get(&path).await.expect(200);
        assert_eq!(page.select("tbody th"), ["Chairs", "Clean", "Cups"]);
        assert_eq!(page.select("tbody td:nth-child(2)"), ["1 day before", "2 days after", "on the day"]);
        let version = page.attribute("input[name=version]", "value").unwrap();
        ana.submit(&format!("{path}/items/1/delete"), &[("version", &version)]).await.expect(303);
        ana.submit(&format!("{path}/items/1/delete"), &[("version", &version)]).await.expect(412);
        ana.submit(&format!("{path}/items/9/delete"), &[]).await.expect(404);
        ana.get(&format!("{path}/items/9")).await.expect(404);
        let item = ana.get(&format!("{path}/items/0")).await.expect(200);
        assert_eq!(item.attribute("#f-days", "value").as_deref(), Some("1"));
        ana.submit(&format!("{path}/items/0"), &[("title", "Chairs and tables"), ("days", "3"), ("when", "before")]).await.expect(303);
        ana.submit(&path, &[("name", "Evenings")]).await.expect(303);
        assert!(ana.get(&format!("{path}/apply")).await.expect(200).select("tbody").is_empty());
        let shown = ana.get(&format!("{path}/apply?date=2026-05-04")).await.expect(200);
        assert_eq!(shown.select("tbody td:nth-child(2)"), ["Friday 1 May 2026", "Monday 4 May 2026"]);
        assert!(!ana.get(&format!("{path}/apply?date=x")).await.expect(200).select("#f-date-error").is_empty());
        let once = shown.attribute("input[name=once]", "value").unwrap();
        for _ in 0..2 {
            let to = ana.submit(&format!("{path}/apply"), &[("date", "2026-05-04"), ("once", &once)]).await.expect(303).location();
            assert_eq!(to, "/me/tasks?whose=organised");
        }
        assert_eq!(ana.get("/me/tasks?whose=organised").await.expect(200).select(".row h3"), ["Chairs and tables", "Cups"]);
        assert_eq!(ana.submit(&format!("{path}/delete"), &[]).await.expect(200).select("h1"), ["Delete the template"]);
        ana.submit(&format!("{path}/delete"), &[("confirmed", "yes")]).await.expect(303);
        ana.get(&path).await.expect(404);
    }
}
