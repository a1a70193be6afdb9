//! Attachments as organisers bring them and readers save them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use crate::testing::start;
use serde_json::json;
use tessera_core::Role;
use tessera_testkit::{Actor, TestApp, TestResponse, both_engines};

const PDF: &[u8] = b"%PDF-1.7\nplan";

async fn event(who: &Actor, visibility: &str) -> String {
    let body = json!({"title": "Rally", "starts_at": "2026-04-15T09:00", "visibility": visibility});
    who.post("/api/events", body).await.expect(201).json()["id"].as_str().unwrap().to_owned()
}

async fn bring(who: &Actor, id: &str, name: &str, content: &[u8]) -> TestResponse {
    who.upload(&format!("/api/events/{id}/attachments"), "file", name, "text/html", content, &[]).await
}

fn files(app: &TestApp) -> usize {
    let folder = app.app.config.data_dir.path().join("attachments");
    let shelves = std::fs::read_dir(folder)
        .map(|d| d.map(|e| e.unwrap().path()).collect::<Vec<_>>())
        .unwrap_or_default();
    shelves.iter().map(|shelf| std::fs::read_dir(shelf).unwrap().count()).sum()
}

both_engines! { start;
    async fn a_file_is_saved_by_whoever_sees_the_event_and_by_nobody_else(app: TestApp) {
        let (ana, bea) = (app.member("Ana", &[Role::Organiser]).await, app.member("Bea", &[]).await);
        let admin = app.member("Ada", &[Role::Admin]).await;
        for (visibility, for_visitor, for_member) in [("public", 200, 200), ("private", 401, 403)] {
            let id = event(&ana, visibility).await;
            let made = bring(&ana, &id, "Anfahrt 🏍.html", PDF).await.expect(201).json();
            assert_eq!((&made["name"], &made["media_type"], &made["bytes"]), (&json!("Anfahrt 🏍.html.pdf"), &json!("application/pdf"), &json!(PDF.len())));
            let file = format!("/api/events/{id}/attachments/{}", made["id"].as_str().unwrap());
            for path in [file.clone(), format!("/api/events/{id}/attachments")] {
                app.visitor().get(&path).await.expect(for_visitor);
                bea.get(&path).await.expect(for_member);
                ana.get(&path).await.expect(200);
            }
            if visibility == "private" {
                admin.get(&file).await.expect(403);
                app.visitor().get(file.trim_start_matches("/api")).await.expect(303);
            }
            bring(&bea, &id, "x.pdf", PDF).await.expect(403);
            bea.delete(&file).await.expect(403);
            app.visitor().delete(&file).await.expect(401);
            let saved = ana.get(&file).await.expect(200);
            assert_eq!(saved.bytes, PDF);
            assert_eq!(saved.header("content-type"), Some("application/pdf"));
            let disposition = saved.header("content-disposition").unwrap();
            assert!(disposition.starts_with("attachment; filename=\"Anfahrt _.html.pdf\"; filename*=UTF-8''Anfahrt%20%F0"), "{disposition}");
            for (name, value) in [("x-content-type-options", "nosniff"), ("content-security-policy", "default-src 'none'; sandbox"), ("cache-control", "private, no-store")] {
                assert_eq!(ana.get(file.trim_start_matches("/api")).await.expect(200).header(name), Some(value), "{name}");
            }
            // Of another event it is not.
            let other = event(&ana, "public").await;
            ana.get(&format!("/api/events/{other}/attachments/{}", made["id"].as_str().unwrap())).await.expect(404);
            ana.delete(&file).await.expect(204);
            ana.delete(&file).await.expect(404);
            ana.get(&file).await.expect(404);
        }
        assert_eq!(files(&app), 0);
    }

    async fn what_is_too_large_too_much_or_of_no_known_kind_is_refused(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&ana, "public").await;
        for bad in [&b"<html><script>alert(1)</script></html>"[..], b"\x7fELF\x02\x01\x01\0", b""] {
            let refused = bring(&ana, &id, "plan.pdf", bad).await.expect(422).json();
            assert_eq!(refused["errors"][0]["field"], json!("file"));
        }
        let large = vec![b'a'; 10 * 1024 * 1024 + 1];
        assert_eq!(bring(&ana, &id, "a.txt", &large).await.expect(413).code(), "attachment_too_large");
        for n in 0..9 {
            bring(&ana, &id, &format!("{n}.txt"), b"text").await.expect(201);
        }
        // Of two who bring the tenth one is let in.
        let (one, two) = tokio::join!(bring(&ana, &id, "a.txt", b"one"), bring(&ana, &id, "b.txt", b"two"));
        let mut answers = [one.status.as_u16(), two.status.as_u16()];
        answers.sort_unstable();
        assert_eq!(answers, [201, 409]);
        let list = ana.get(&format!("/api/events/{id}/attachments")).await.expect(200).json();
        assert_eq!(list["items"].as_array().unwrap().len(), 10);
        // What was let in half way is removed.
        app.clock.advance(jiff::SignedDuration::from_hours(2));
        crate::attachments::service::sweep(&app.app).await.unwrap();
        assert_eq!(files(&app), 10);
    }

    async fn a_file_goes_with_its_event(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&ana, "public").await;
        let made = bring(&ana, &id, "plan.pdf", PDF).await.expect(201).json();
        ana.delete(&format!("/api/events/{id}")).await.expect(204);
        app.visitor().get(&format!("/api/events/{id}/attachments/{}", made["id"].as_str().unwrap())).await.expect(404);
        assert_eq!(files(&app), 1, "for thirty days the event can be brought back");
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 31));
        crate::events::deeds::purge(&app.app, app.app.now()).await.unwrap();
        crate::attachments::service::sweep(&app.app).await.unwrap();
        assert_eq!(files(&app), 0);
    }

    async fn who_is_forgotten_leaves_files_without_a_name(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&ana, "public").await;
        bring(&ana, &id, "plan.pdf", PDF).await.expect(201);
        let (hooks, account) = (crate::attachments::privacy::HOOKS, ana.account_id.unwrap());
        let export = (hooks.export)(app.app.clone(), account).await.unwrap();
        assert_eq!(export["brought"][0]["name"], json!("plan.pdf"));
        let tx = app.app.db.write().await.unwrap();
        (hooks.erase)(&app.app, &tx, account).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((hooks.export)(app.app.clone(), account).await.unwrap()["brought"], json!([]));
        app.visitor().get(&format!("/api/events/{id}/attachments")).await.expect(200);
    }

    async fn files_are_brought_and_taken_away_without_scripts(app: TestApp) {
        let ana = app.member("Ana", &[Role::Organiser]).await;
        let id = event(&ana, "public").await;
        let page = format!("/events/{id}");
        assert!(app.visitor().get(&page).await.expect(200).select("#files").is_empty());
        assert_eq!(ana.get(&page).await.expect(200).select("#files .muted"), ["There are no files yet."]);
        let refused = ana.upload(&format!("{page}/attachments"), "file", "x.exe", "image/png", b"MZ\x90\0\x03", &[]).await.expect(422);
        assert!(!refused.select("#f-file-error").is_empty());
        ana.upload(&format!("{page}/attachments"), "file", "", "image/png", b"", &[]).await.expect(422);
        ana.upload(&format!("{page}/attachments"), "file", "Route.gpx", "image/png", "Töölö\n".as_bytes(), &[]).await.expect(303);
        let seen = app.visitor().get(&page).await.expect(200);
        assert_eq!(seen.select("#files a"), ["Route.gpx"]);
        assert!(seen.select("#files form").is_empty());
        let link = seen.attribute("#files a", "href").unwrap();
        assert_eq!(app.visitor().get(&link).await.expect(200).header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(ana.submit(&format!("{link}/delete"), &[]).await.expect(200).select("h1"), ["Delete the file"]);
        ana.submit(&format!("{link}/delete"), &[("confirmed", "yes")]).await.expect(303);
        app.visitor().get(&link).await.expect(404);
        let bea = app.member("Bea", &[]).await;
        bea.submit(&format!("{link}/delete"), &[("confirmed", "yes")]).await.expect(403);
    }
}
