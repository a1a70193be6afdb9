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
}
