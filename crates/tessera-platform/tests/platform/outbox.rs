use super::{Kit, start};
use sea_orm::ConnectionTrait;
use serde_json::json;
use tessera_core::Locale;
use tessera_platform::db::sql;
use tessera_platform::outbox::{self, Mail};
use tessera_platform::seal::Sealer;
use tessera_testkit::both_engines;

async fn post(kit: &Kit, key: &str) -> Option<tessera_core::ids::MailId> {
    let tx = kit.test.db.write().await.unwrap();
    let payload = json!({"token": "inv_secret"});
    let mail = Mail {
        community: None,
        kind: "invitation",
        recipient: "ana@example.org",
        locale: Locale::It,
        payload: &payload,
        dedupe_key: key.into(),
    };
    let id = outbox::post(&tx, &*kit.clock, &sealer(), mail).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn sealer() -> Sealer {
    Sealer::new(b"key", "outbox")
}

both_engines! { start;
    async fn two_mails_with_one_key_are_one_mail(kit: Kit) {
        assert!(post(&kit, "invitation:1:1").await.is_some());
        assert!(post(&kit, "invitation:1:1").await.is_none());
        assert!(post(&kit, "invitation:1:2").await.is_some());
    }

    async fn what_a_mail_carries_is_sealed_while_it_waits_and_gone_once_it_left(kit: Kit) {
        let id = post(&kit, "k").await.unwrap();
        let read = kit.test.db.read();
        let kept = read.query_one_raw(sql(&read, "SELECT payload FROM mails", vec![])).await.unwrap().unwrap();
        assert!(!kept.try_get_by_index::<String>(0).unwrap().contains("inv_secret"));
        let mail = outbox::find(&read, &sealer(), id).await.unwrap().unwrap();
        assert_eq!(mail.payload.as_deref(), Some(r#"{"token":"inv_secret"}"#));
        let tx = kit.test.db.write().await.unwrap();
        outbox::mark_sent(&tx, id, kit.now()).await.unwrap();
        tx.commit().await.unwrap();
        let mail = outbox::find(&read, &sealer(), id).await.unwrap().unwrap();
        assert_eq!((mail.payload, mail.state.as_str()), (None, "sent"));
    }

    async fn a_mail_can_be_withdrawn_until_it_left(kit: Kit) {
        post(&kit, "k").await.unwrap();
        let tx = kit.test.db.write().await.unwrap();
        assert!(outbox::withdraw(&tx, "k").await.unwrap());
        assert!(!outbox::withdraw(&tx, "k").await.unwrap());
        tx.commit().await.unwrap();
    }

    async fn a_mail_that_must_not_be_repeated_is_handed_over_once(kit: Kit) {
        let id = post(&kit, "k").await.unwrap();
        let hand = async || {
            let tx = kit.test.db.write().await.unwrap();
            let is_first = outbox::mark_handed(&tx, id, kit.now()).await.unwrap();
            tx.commit().await.unwrap();
            is_first
        };
        let (first, second) = tokio::join!(hand(), hand());
        assert!(first != second, "of two, one hands it over");
        // The mail server was not there after all: it may be handed over again.
        let tx = kit.test.db.write().await.unwrap();
        outbox::mark_not_handed(&tx, id).await.unwrap();
        outbox::mark_failed(&tx, id, "away", false).await.unwrap();
        tx.commit().await.unwrap();
        assert!(hand().await);
    }

    async fn a_mail_that_was_given_up_is_tried_again_unless_it_may_have_arrived(kit: Kit) {
        let community = tessera_core::ids::CommunityId(uuid::Uuid::from_u128(1));
        let (gone, unclear) = (post(&kit, "gone").await.unwrap(), post(&kit, "unclear").await.unwrap());
        let tx = kit.test.db.write().await.unwrap();
        let q = sql(&tx, "UPDATE mails SET community_id = ?", vec![community.into()]);
        tx.execute_raw(q).await.unwrap();
        tx.execute_raw(sql(&tx, "UPDATE jobs SET state = 'dead'", vec![])).await.unwrap();
        outbox::mark_failed(&tx, gone, "no such address", true).await.unwrap();
        assert!(outbox::mark_handed(&tx, unclear, kit.now()).await.unwrap());
        outbox::mark_failed(&tx, unclear, "silence", true).await.unwrap();
        tx.commit().await.unwrap();
        let retry = async |of, id| {
            let tx = kit.test.db.write().await.unwrap();
            let is_tried = outbox::retry(&tx, &*kit.clock, of, id).await.unwrap();
            tx.commit().await.unwrap();
            is_tried
        };
        assert!(!retry(community, unclear).await);
        assert!(!retry(tessera_core::ids::CommunityId(uuid::Uuid::from_u128(2)), gone).await, "another community's");
        assert!(retry(community, gone).await);
        assert!(!retry(community, gone).await, "it waits already");
        let read = kit.test.db.read();
        let failed = outbox::Filter { state: Some("failed"), ..Default::default() };
        let left = outbox::list(&read, community, failed, 10).await.unwrap();
        assert_eq!(left.iter().map(|m| (m.id, m.is_unclear())).collect::<Vec<_>>(), [(unclear, true)]);
        let kinds: &[&str] = &["other"];
        let none = outbox::Filter { kinds: Some(kinds), ..Default::default() };
        assert!(outbox::list(&read, community, none, 10).await.unwrap().is_empty());
        assert_eq!(tessera_platform::jobs::list_dead(&read, 10).await.unwrap().len(), 1);
    }

    async fn many_mails_are_posted_at_once_and_each_key_once(kit: Kit) {
        post(&kit, "1").await.unwrap();
        let payload = json!({});
        let mails: Vec<Mail<'_, _>> = ["1", "2", "3", "3"]
            .into_iter()
            .map(|key| Mail {
                community: None,
                kind: "invitation",
                recipient: "ana@example.org",
                locale: Locale::It,
                payload: &payload,
                dedupe_key: key.into(),
            })
            .collect();
        let before = kit.test.db.statements_sent();
        let tx = kit.test.db.write().await.unwrap();
        let posted = outbox::post_all(&tx, &*kit.clock, &sealer(), &mails).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((posted.len(), kit.test.db.statements_sent() - before), (2, 2));
    }
}
