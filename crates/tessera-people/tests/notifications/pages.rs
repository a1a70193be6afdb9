use super::{EVENT, TOLD, start, tell};
use tessera_testkit::{TestApp, both_engines};

both_engines! { start;
    async fn the_inbox_is_read_and_marked_without_scripts(app: TestApp) {
        let ana = app.member("Ana", &[]).await;
        let to = [ana.account_id.unwrap()];
        let empty = ana.get("/inbox").await.expect(200);
        assert_eq!(empty.select(".empty h2"), ["Nothing here"]);
        assert!(empty.select("main form button").is_empty(), "nothing to mark");
        for n in 1..=32 {
            tell(&app, &TOLD, &to, &format!("Notice {n}"), &n.to_string()).await;
        }
        tell(&app, &EVENT, &to, "Many+A+B+C+D+E+F+G", "e").await;
        let page = ana.get("/inbox").await.expect(200);
        assert_eq!(page.select(".notices h2").len(), 30);
        assert_eq!(page.select(".notices h2")[0], "Many+A+B+C+D+E+F+G");
        assert_eq!(page.select(".notices ul li").len(), 6);
        assert_eq!(page.select(".bar .count"), ["33"]);
        assert!(page.text().contains("33 are unread."));
        let older = page.attribute("a[rel=next]", "href").unwrap();
        assert_eq!(ana.get(&older).await.expect(200).select(".notices h2"), ["Notice 3", "Notice 2", "Notice 1"]);
        // Opening leads there and marks it.
        let open = page.attribute(".notices h2 a", "href").unwrap();
        assert_eq!(ana.get(&open).await.expect(303).location(), "/community/members");
        assert_eq!(ana.get("/inbox").await.select(".bar .count"), ["32"]);
        let read = ana.get("/inbox?show=unread").await.expect(200).attribute(".notices form", "action").unwrap();
        let back = ana.submit(&read, &[("show", "unread")]).await.expect(303);
        assert_eq!(back.location(), "/inbox?show=unread");
        // What came while the page was open stays unread.
        let page = ana.get("/inbox").await.expect(200);
        let up_to = page.attribute("input[name=up_to]", "value").unwrap();
        tell(&app, &TOLD, &to, "Late", "late").await;
        ana.submit("/inbox/read", &[("up_to", &up_to)]).await.expect(303);
        let page = ana.get("/inbox").await.expect(200);
        assert_eq!((page.select(".bar .count"), page.select(".notices .unread h2")), (vec!["1".to_owned()], vec!["Late".to_owned()]));
        // Somebody else's is not there.
        let bob = app.member("Bob", &[]).await;
        bob.get(&open).await.expect(404);
        app.visitor().get("/inbox").await.expect(303);
        assert!(app.visitor().get("/about").await.expect(200).select("a[href='/inbox']").is_empty());
    }
}
