use super::{Kit, start};
use sea_orm::ConnectionTrait;
use serde_json::json;
use tessera_core::ids::CommunityId;
use tessera_platform::audit::{self, Deed};
use tessera_platform::db::{SERVER, is_refused_by, sql};
use tessera_testkit::both_engines;

const CLUB: CommunityId = CommunityId(uuid::Uuid::from_u128(7));

async fn record(kit: &Kit, community: CommunityId, action: &str) {
    let tx = kit.test.db.write().await.unwrap();
    let deed =
        Deed { community, actor: None, action, subject: "account:1".into(), details: json!({"to": "admin"}) };
    audit::record(&tx, &*kit.clock, deed).await.unwrap();
    tx.commit().await.unwrap();
}

both_engines! { start;
    async fn each_community_has_a_chain_of_its_own_that_verifies(kit: Kit) {
        record(&kit, CLUB, "member.suspend").await;
        record(&kit, SERVER, "community.create").await;
        record(&kit, CLUB, "member.reinstate").await;
        let read = kit.test.db.read();
        let rows = audit::list(&read, CLUB, None, 10).await.unwrap();
        assert_eq!(rows.iter().map(|r| r.action.as_str()).collect::<Vec<_>>(), ["member.reinstate", "member.suspend"]);
        assert_eq!(rows[0].at, kit.now());
        assert_eq!(audit::verify(&read, CLUB).await.unwrap(), None);
        assert_eq!(audit::list(&read, CLUB, Some(2), 10).await.unwrap().len(), 1);
    }

    async fn a_row_can_be_neither_changed_nor_taken_away(kit: Kit) {
        record(&kit, CLUB, "member.ban").await;
        for forbidden in ["UPDATE audit SET action = 'x'", "DELETE FROM audit"] {
            let tx = kit.test.db.write().await.unwrap();
            let e = tx.execute_raw(sql(&tx, forbidden, vec![])).await.unwrap_err();
            assert!(is_refused_by(&e, "audit_append_only"), "{e}");
        }
    }

    async fn a_head_that_lost_its_rows_is_noticed(kit: Kit) {
        record(&kit, CLUB, "member.ban").await;
        let tx = kit.test.db.write().await.unwrap();
        tx.execute_raw(sql(&tx, "UPDATE audit_heads SET seq = 5", vec![])).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(audit::verify(&kit.test.db.read(), CLUB).await.unwrap(), Some(2));
    }

    async fn writers_at_the_same_moment_stay_in_one_chain(kit: Kit) {
        let all: Vec<_> = (0..10).map(|_| {
            let (db, clock) = (kit.test.db.clone(), kit.clock.clone());
            tokio::spawn(async move {
                let tx = db.write().await.unwrap();
                let deed = Deed { community: CLUB, actor: None, action: "a.b", subject: String::new(), details: json!({}) };
                audit::record(&tx, &*clock, deed).await.unwrap();
                tx.commit().await.unwrap();
            })
        }).collect();
        for one in all {
            one.await.unwrap();
        }
        let read = kit.test.db.read();
        assert_eq!(audit::list(&read, CLUB, None, 100).await.unwrap().len(), 10);
        assert_eq!(audit::verify(&read, CLUB).await.unwrap(), None);
    }
}
