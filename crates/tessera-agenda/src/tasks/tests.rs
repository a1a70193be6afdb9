//! Tasks as people and programs use them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::testing::start;
use serde_json::{Value, json};
use tessera_core::Role;
use tessera_testkit::{Actor, TestApp, both_engines};

async fn task(who: &Actor, more: Value) -> String {
    let mut body = json!({"kind": "task", "title": "Order the cups", "due_at": "2026-04-10T18:00"});
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    let made = who.post("/api/events", body).await.expect(201).json();
    made["id"].as_str().unwrap().to_owned()
}

fn id_of(who: &Actor) -> String {
    who.account_id.unwrap().to_string()
}

fn titles(list: &Value) -> Vec<String> {
    list["items"].as_array().unwrap().iter().map(|t| t["title"].as_str().unwrap().to_owned()).collect()
}

both_engines! { start;
    async fn a_task_is_for_those_who_do_it_unless_it_is_made_public(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await);
        let admin = app.member("Ada", &[Role::Admin]).await;
        let id = task(&ana, json!({})).await;
        let path = format!("/api/events/{id}");
        let json = ana.get(&path).await.expect(200).json();
        assert_eq!((&json["visibility"], &json["status"], &json["assignees"]), (&json!("private"), &json!("EventScheduled"), &json!([])));
        assert_eq!(json["starts_at"], json["due_at"].as_str().unwrap().replace("16:00:00Z", "18:00:00+02:00"));
        app.visitor().get(&path).await.expect(401);
        bea.get(&path).await.expect(403);
        admin.get(&path).await.expect(403);
        ana.put(&format!("{path}/assignees"), json!({"assignees": [id_of(&bea)]})).await.expect(200);
        let seen = bea.get(&path).await.expect(200);
        let tag = seen.header("etag").unwrap().to_owned();
        bea.get_with(&path, &[("if-none-match", &tag)]).await.expect(304);
        let seen = seen.json();
        assert_eq!(seen["assignees"], json!([{"id": id_of(&bea), "name": "Bea"}]));
        let calendar = bea.get("/api/calendar?start=2026-04-01&kinds=task").await.expect(200).json();
        assert_eq!(calendar.as_array().unwrap().len(), 1);
        assert_eq!(calendar[0]["editable"], json!(false));
        assert_eq!(app.visitor().get("/api/calendar?start=2026-04-01&kinds=task").await.expect(200).json(), json!([]));
        assert_eq!(admin.get("/api/calendar?start=2026-04-01&kinds=task").await.expect(200).json(), json!([]));
        ana.put(&format!("{path}/assignees"), json!({"assignees": [id_of(&bea), id_of(&ana)]})).await.expect(200);
        bea.get_with(&path, &[("if-none-match", &tag)]).await.expect(200);
        ana.json(http::Method::PATCH, &path, json!({"capacity": 3}), &[("if-match", &tag)]).await.expect(200);
        // To do it is not to edit it.
        bea.patch(&path, json!({"title": "Mine"})).await.expect(403);
        bea.post(&format!("{path}/assignees"), json!({"account_id": id_of(&admin)})).await.expect(403);
        bea.delete(&format!("{path}/assignees/{}", id_of(&bea))).await.expect(204);
        bea.get(&path).await.expect(403);
        let public = task(&ana, json!({"visibility": "public"})).await;
        app.visitor().get(&format!("/api/events/{public}")).await.expect(200);
        app.visitor().post(&format!("/api/events/{public}/take"), json!({})).await.expect(401);
    }

    async fn whoever_does_a_task_says_how_far_it_has_come(app: TestApp) {
        let (ana, bea, cleo) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await, app.member("Cleo", &[]).await);
        let id = task(&ana, json!({"visibility": "public", "priority": "urgent"})).await;
        let progress = format!("/api/events/{id}/progress");
        ana.post(&format!("/api/events/{id}/assignees"), json!({"email": "bea@example.org"})).await.expect(201);
        cleo.post(&progress, json!({"status": "done"})).await.expect(403);
        app.visitor().post(&progress, json!({"status": "done"})).await.expect(401);
        bea.post(&progress, json!({"status": "EventPostponed"})).await.expect(422);
        bea.post(&progress, json!({"status": "begun"})).await.expect(422);
        let begun = bea.post(&progress, json!({"status": "in_progress"})).await.expect(200).json();
        assert_eq!((&begun["status"], &begun["version"]), (&json!("in_progress"), &json!(2)));
        let done = bea.post(&progress, json!({"status": "done"})).await.expect(200).json();
        assert_eq!(done["status"], json!("done"));
        // Said again, it is no change.
        assert_eq!(bea.post(&progress, json!({"status": "done"})).await.expect(200).json()["version"], json!(3));
        let found = bea.get("/api/calendar?start=2026-04-01&status=done&priority=urgent").await.expect(200).json();
        assert_eq!(found[0]["extendedProps"]["status"], json!("done"));
        assert_eq!(bea.get("/api/calendar?start=2026-04-01&status=to_do").await.expect(200).json(), json!([]));
        ana.post(&progress, json!({"status": "to_do"})).await.expect(200);
        let admin = app.member("Ada", &[Role::Admin]).await;
        admin.post(&progress, json!({"status": "in_progress"})).await.expect(200);
        // What is no task is never done.
        let event = ana.post("/api/events", json!({"title": "Rally", "starts_at": "2026-04-15T09:00"})).await.expect(201).json();
        let event = format!("/api/events/{}", event["id"].as_str().unwrap());
        ana.patch(&event, json!({"status": "done"})).await.expect(422);
        assert_eq!(ana.post(&format!("{event}/progress"), json!({"status": "done"})).await.expect(409).code(), "not_a_task");
        ana.post(&format!("{event}/take"), json!({})).await.expect(409);
    }

    async fn of_two_who_take_a_task_one_has_it(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let (bea, cleo) = (app.member("Bea", &[]).await, app.member("Cleo", &[]).await);
        for round in 0..4 {
            let id = task(&ana, json!({"visibility": "public", "title": format!("Round {round}")})).await;
            let take = format!("/api/events/{id}/take");
            let (one, two) = tokio::join!(bea.post(&take, json!({})), cleo.post(&take, json!({})));
            let mut answers = [one.status.as_u16(), two.status.as_u16()];
            answers.sort_unstable();
            assert_eq!(answers, [200, 409]);
            let json = ana.get(&format!("/api/events/{id}")).await.expect(200).json();
            assert_eq!(json["assignees"].as_array().unwrap().len(), 1);
        }
        let id = task(&ana, json!({"visibility": "public", "status": "done"})).await;
        assert_eq!(bea.post(&format!("/api/events/{id}/take"), json!({})).await.expect(409).code(), "task_closed");
    }

    async fn two_who_close_a_task_at_once_close_it_once(app: TestApp) {
        let (ana, bea, cleo) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await, app.member("Cleo", &[]).await);
        let id = task(&ana, json!({})).await;
        ana.put(&format!("/api/events/{id}/assignees"), json!({"assignees": [id_of(&bea), id_of(&cleo)]})).await.expect(200);
        let (path, body) = (format!("/api/events/{id}/progress"), json!({"status": "done"}));
        let (one, two) = tokio::join!(bea.post(&path, body.clone()), cleo.post(&path, body));
        for answer in [one, two] {
            assert_eq!(answer.expect(200).json()["version"], json!(2));
        }
        // Whoever looked before somebody else was faster is told, where they ask to be.
        let late = bea.json(http::Method::POST, &path, json!({"status": "to_do"}), &[("if-match", "\"1\"")]).await;
        late.expect(412);
    }

    async fn what_is_done_of_a_recurring_task_is_done_of_one_date(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await);
        let id = task(&ana, json!({
            "title": "Water the plants", "starts_at": "2026-04-06T09:00", "due_at": "2026-04-07T12:00",
            "recurrence": {"rrule": "FREQ=WEEKLY;COUNT=3"},
        })).await;
        ana.put(&format!("/api/events/{id}/assignees"), json!({"assignees": [id_of(&bea)]})).await.expect(200);
        let progress = format!("/api/events/{id}/progress");
        let refused = bea.post(&progress, json!({"status": "done"})).await.expect(422).json();
        assert_eq!(refused["errors"][0]["field"], json!("occurrence"));
        bea.post(&progress, json!({"status": "done", "occurrence": "2026-05-06T09:00:00+02:00"})).await.expect(422);
        let done = bea.post(&progress, json!({"status": "done", "occurrence": "2026-04-13T09:00:00+02:00"})).await.expect(200).json();
        assert_eq!((&done["status"], &done["due_at"]), (&json!("done"), &json!("2026-04-14T10:00:00Z")));
        assert_eq!(done["assignees"][0]["name"], json!("Bea"));
        let dates = bea.get(&format!("/api/events/{id}/occurrences?start=2026-04-01")).await.expect(200).json();
        let statuses: Vec<&str> = dates["occurrences"].as_array().unwrap().iter().map(|d| d["status"].as_str().unwrap()).collect();
        assert_eq!(statuses, ["EventScheduled", "done", "EventScheduled"]);
        let mine = bea.get("/api/me/tasks").await.expect(200).json();
        let due: Vec<&Value> = mine["items"].as_array().unwrap().iter().map(|t| &t["due_at"]).collect();
        assert_eq!(due, ["2026-04-07T10:00:00Z", "2026-04-21T10:00:00Z"]);
        let done = bea.get("/api/me/tasks?show=done").await.expect(200).json();
        assert_eq!(titles(&done), ["Water the plants"]);
        // It can be taken back, of that date too.
        bea.post(&progress, json!({"status": "to_do", "occurrence": "2026-04-13T09:00:00+02:00"})).await.expect(200);
        assert_eq!(titles(&bea.get("/api/me/tasks").await.expect(200).json()).len(), 3);
        // A series that is cut in two leaves both parts to the same people.
        let rest = format!("/api/events/{id}?scope=this_and_future&occurrence=2026-04-20T09:00:00%2B02:00");
        let rest = ana.patch(&rest, json!({"title": "Water them well"})).await.expect(200).json();
        assert_ne!(rest["id"], json!(id));
        assert_eq!((&rest["assignees"][0]["name"], &rest["due_at"]), (&json!("Bea"), &json!("2026-04-21T10:00:00Z")));
        assert_eq!(titles(&bea.get("/api/me/tasks").await.expect(200).json()), ["Water the plants", "Water the plants", "Water them well"]);
    }

    async fn ones_tasks_are_listed_by_when_they_are_due(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await);
        for (title, due, status) in [
            ("Late", "2026-03-20T12:00", "EventScheduled"), ("Next week", "2026-04-08T12:00", "in_progress"),
            ("Tomorrow", "2026-04-02T12:00", "EventScheduled"), ("Done", "2026-03-01T12:00", "done"), ("Off", "2026-04-03T12:00", "EventCancelled"),
        ] {
            let id = task(&ana, json!({"title": title, "due_at": due, "status": status})).await;
            ana.put(&format!("/api/events/{id}/assignees"), json!({"assignees": [id_of(&bea)]})).await.expect(200);
        }
        let list = |query: &'static str| {
            let bea = bea.clone();
            async move { titles(&bea.get(&format!("/api/me/tasks{query}")).await.expect(200).json()) }
        };
        assert_eq!(list("").await, ["Late", "Tomorrow", "Next week"]);
        assert_eq!(list("?show=overdue").await, ["Late"]);
        assert_eq!(list("?show=done").await, ["Done"]);
        assert_eq!(list("?show=all").await.len(), 5);
        assert_eq!(list("?whose=organised").await, Vec::<String>::new());
        let first = bea.get("/api/me/tasks?limit=2").await.expect(200).json();
        assert_eq!((titles(&first).len(), &first["next"]), (2, &json!("2")));
        assert_eq!(list("?limit=2&cursor=2").await, ["Next week"]);
        bea.get("/api/me/tasks?show=soon&whose=all&cursor=x").await.expect(422);
        assert_eq!(titles(&ana.get("/api/me/tasks?whose=organised&show=overdue").await.expect(200).json()), ["Late"]);
        let page = bea.get("/me/tasks").await.expect(200);
        assert_eq!(page.select(".row h3"), ["Late", "Tomorrow", "Next week"]);
        assert_eq!(bea.get("/me/tasks?show=overdue&page=7&whose=x").await.expect(200).select(".empty h2"), ["Nothing is overdue"]);
        app.visitor().get("/me/tasks").await.expect(303);
    }

    async fn whoever_is_given_a_task_hears_of_it_once(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await);
        let quiet = app.unverified("Quiet", &[]).await;
        let id = task(&ana, json!({"state": "draft"})).await;
        let assignees = format!("/api/events/{id}/assignees");
        let all = json!({"assignees": [id_of(&bea), id_of(&ana), id_of(&quiet)]});
        ana.put(&assignees, all.clone()).await.expect(200);
        assert!(app.mails().await.is_empty(), "a draft is nobody's business");
        ana.post(&format!("/api/events/{id}/publish"), Value::Null).await.expect(200);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!((mails[0].to.as_str(), mails[0].subject.as_str()), ("bea@example.org", "Un compito per te: Order the cups"));
        assert!(mails[0].text.contains("Ana ti chiede"), "{}", mails[0].text);
        ana.put(&assignees, all).await.expect(200);
        assert!(app.mails().await.is_empty());
        // The link to give it back changes nothing until its button is pressed.
        let leave = mails[0].link("/leave");
        assert_eq!(bea.get(&leave).await.expect(200).select("h1"), ["Give the task back"]);
        assert_eq!(bea.get(&assignees).await.expect(200).json()["items"].as_array().unwrap().len(), 3);
        bea.submit(&leave, &[]).await.expect(303);
        bea.get(&leave).await.expect(403);
        ana.put(&assignees, json!({"assignees": [id_of(&bea)]})).await.expect(200);
        bea.delete(&format!("{assignees}/{}", id_of(&bea))).await.expect(204);
        assert!(app.mails().await.is_empty(), "who gave it back meanwhile hears nothing");
    }

    async fn a_task_stands_in_the_inbox_until_it_is_done_and_is_mailed_to_those_who_want_it(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await);
        let id = task(&ana, json!({"visibility": "public"})).await;
        bea.patch("/api/me/preferences", json!({"channels": {"tasks": {"email": "off"}}})).await.expect(200);
        let assignees = format!("/api/events/{id}/assignees");
        ana.put(&assignees, json!({"assignees": [id_of(&bea)]})).await.expect(200);
        assert!(app.mails().await.is_empty());
        let list = bea.get("/api/notifications").await.expect(200).json();
        let one = &list["items"][0];
        assert_eq!((&one["title"], &one["text"]), (&json!("A task for you: Order the cups"), &json!("Ana asks you to do this.")));
        assert!(one["url"].as_str().unwrap().ends_with(&format!("/events/{id}")));
        assert_eq!(ana.get("/api/notifications").await.json()["items"], json!([]), "who gave it is not told");
        bea.post(&format!("/api/events/{id}/progress"), json!({"status": "done"})).await.expect(200);
        assert_eq!(bea.get("/api/notifications").await.json()["items"], json!([]));
    }

    async fn a_task_is_given_to_members_and_to_not_too_many(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = task(&ana, json!({})).await;
        let assignees = format!("/api/events/{id}/assignees");
        let stranger = app.account("Stranger", true, false).await;
        let refused = ana.put(&assignees, json!({"assignees": [stranger.to_string()]})).await.expect(422).json();
        assert_eq!(refused["errors"][0]["code"], json!("no_such_member"));
        ana.post(&assignees, json!({"email": "stranger@example.org"})).await.expect(422);
        ana.post(&assignees, json!({})).await.expect(422);
        let many: Vec<String> = (0..21).map(|n| uuid::Uuid::from_u128(n).to_string()).collect();
        let refused = ana.put(&assignees, json!({"assignees": many})).await.expect(422).json();
        assert_eq!(refused["errors"][0]["code"], json!("too_many_assignees"));
        ana.delete(&format!("{assignees}/{stranger}")).await.expect(404);
        let unverified = app.unverified("Una", &[Role::Organiser]).await;
        let own = task(&unverified, json!({"state": "draft"})).await;
        unverified.put(&format!("/api/events/{own}/assignees"), json!({"assignees": [id_of(&ana)]})).await.expect(403);
    }

    async fn a_task_is_done_on_its_page_without_scripts(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await);
        let id = task(&ana, json!({"visibility": "public"})).await;
        let path = format!("/events/{id}");
        let page = bea.get(&path).await.expect(200);
        assert_eq!(page.select("#task button"), ["I will do it"]);
        assert!(page.select("#answer").is_empty(), "nobody attends a task");
        assert!(app.visitor().get(&path).await.expect(200).select("#task button").is_empty());
        bea.submit(&format!("{path}/take"), &[]).await.expect(303);
        let page = bea.get(&path).await.expect(200);
        assert_eq!(page.select("#task button"), ["To do", "In progress", "Done"]);
        assert_eq!(page.select("#task b"), ["Bea"]);
        assert!(!app.visitor().get(&path).await.expect(200).text().contains("Bea"));
        assert_eq!(bea.submit(&format!("{path}/progress"), &[("status", "done")]).await.expect(303).location(), path);
        let page = bea.get(&path).await.expect(200);
        assert_eq!((page.select("#task h2"), page.select(".flash p")), (vec!["This is done".to_owned()], vec!["Done. Thank you!".to_owned()]));
        bea.get(&format!("{path}/assignees")).await.expect(403);
        let choose = ana.get(&format!("{path}/assignees?q=ana")).await.expect(200);
        assert_eq!(choose.select("section tbody th"), ["Ana"]);
        ana.submit(&format!("{path}/assignees"), &[("account_id", &id_of(&ana))]).await.expect(303);
        ana.submit(&format!("{path}/assignees"), &[("account_id", &uuid::Uuid::nil().to_string())]).await.expect(422);
        ana.submit(&format!("{path}/assignees/remove"), &[("account_id", &id_of(&bea))]).await.expect(303);
        assert_eq!(ana.get(&path).await.expect(200).select("#task b"), ["Ana"]);
    }

    async fn who_is_forgotten_has_no_tasks(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await);
        let id = task(&ana, json!({"visibility": "public"})).await;
        ana.put(&format!("/api/events/{id}/assignees"), json!({"assignees": [id_of(&bea)]})).await.expect(200);
        let account = bea.account_id.unwrap();
        let hooks = crate::tasks::privacy::HOOKS;
        let export = (hooks.export)(app.app.clone(), account).await.unwrap();
        assert_eq!(export["assigned"][0]["event_id"], json!(id));
        let tx = app.app.db.write().await.unwrap();
        (hooks.erase)(&app.app, &tx, account).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(ana.get(&format!("/api/events/{id}")).await.expect(200).json()["assignees"], json!([]));
    }
}
