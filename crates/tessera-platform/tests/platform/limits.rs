use super::{Kit, start};
use jiff::SignedDuration;
use tessera_platform::limits::{Limit, Taken};
use tessera_testkit::both_engines;

const THREE_AN_HOUR: Limit = Limit { name: "test", most: 3, window_seconds: 3600 };

async fn take(kit: &Kit, count: i64) -> Taken {
    let tx = kit.test.db.write().await.unwrap();
    let taken = THREE_AN_HOUR.take(&tx, "ana", count, kit.now()).await.unwrap();
    tx.commit().await.unwrap();
    taken
}

both_engines! { start;
    async fn a_limit_gives_what_it_has_and_no_more_until_the_window_ends(kit: Kit) {
        assert_eq!(take(&kit, 2).await, Taken::Left(1));
        assert_eq!(take(&kit, 2).await, Taken::Exceeded { retry_after_seconds: 3600 });
        assert_eq!(take(&kit, 1).await, Taken::Left(0));
        assert!(matches!(take(&kit, 1).await, Taken::Exceeded { .. }));
        kit.clock.advance(SignedDuration::from_hours(1));
        assert_eq!(take(&kit, 3).await, Taken::Left(0));
    }

    async fn a_limit_is_not_exceeded_by_many_at_the_same_moment(kit: Kit) {
        let all = (0..12).map(|_| {
            let (db, now) = (kit.test.db.clone(), kit.now());
            tokio::spawn(async move {
                let tx = db.write().await.unwrap();
                let taken = THREE_AN_HOUR.take(&tx, "ana", 1, now).await.unwrap();
                tx.commit().await.unwrap();
                taken
            })
        });
        let mut given = 0;
        for one in all.collect::<Vec<_>>() {
            given += i32::from(matches!(one.await.unwrap(), Taken::Left(_)));
        }
        assert_eq!(given, 3);
    }

    async fn a_forgiven_limit_is_whole_again(kit: Kit) {
        take(&kit, 3).await;
        let tx = kit.test.db.write().await.unwrap();
        THREE_AN_HOUR.forgive(&tx, "ana", kit.now()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(take(&kit, 1).await, Taken::Left(2));
    }
}
