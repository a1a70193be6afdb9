//! Made-up events to look at, of the kinds that people plan: soon and later, an evening and a weekend, one cancelled,
//! one with few places.

use super::model::{Content, Description, Event, Kind, Location, State, Status, Visibility};
use super::service::community_zone;
use super::store;
use super::times::When;
use futures::future::BoxFuture;
use jiff::ToSpan;
use jiff::civil::Date;
use tessera_core::Locale;
use tessera_core::ids::{AccountId, EventId};
use tessera_people::setup::samples::{forget, list, remember};
use tessera_web::cx::Cx;
use tessera_web::refusal::Error;
use tessera_web::slice::Samples;

pub const SAMPLES: Samples = Samples { fill, clear };

const EVENT: &str = "event";

/// One event: how many days from today, when it begins and for how many minutes (none: whole days).
struct Sample {
    in_days: i64,
    start: Option<(i8, i8)>,
    minutes: i64,
    days: i64,
    capacity: Option<i64>,
    status: Status,
}

const WHEN: [Sample; 8] = [
    Sample {
        in_days: 2,
        start: Some((19, 30)),
        minutes: 120,
        days: 0,
        capacity: None,
        status: Status::Scheduled,
    },
    Sample {
        in_days: 5,
        start: Some((9, 0)),
        minutes: 540,
        days: 0,
        capacity: Some(20),
        status: Status::Scheduled,
    },
    Sample {
        in_days: 9,
        start: Some((20, 30)),
        minutes: 150,
        days: 0,
        capacity: Some(12),
        status: Status::Scheduled,
    },
    Sample {
        in_days: 13,
        start: Some((15, 0)),
        minutes: 180,
        days: 0,
        capacity: None,
        status: Status::Cancelled,
    },
    Sample { in_days: 20, start: None, minutes: 0, days: 3, capacity: Some(16), status: Status::Scheduled },
    Sample {
        in_days: 27,
        start: Some((17, 0)),
        minutes: 120,
        days: 0,
        capacity: None,
        status: Status::Scheduled,
    },
    Sample {
        in_days: 41,
        start: Some((10, 0)),
        minutes: 240,
        days: 0,
        capacity: None,
        status: Status::Scheduled,
    },
    Sample {
        in_days: -6,
        start: Some((20, 0)),
        minutes: 120,
        days: 0,
        capacity: None,
        status: Status::Scheduled,
    },
];

/// Title, place and text.
type Words = [(&'static str, &'static str, &'static str); 8];

fn words(locale: Locale) -> Words {
    match locale {
        Locale::En => EN,
        Locale::It => IT,
        Locale::Fr => FR,
        Locale::Es => ES,
        Locale::De => DE,
    }
}

const EN: Words = [
    ("Welcome evening", "Clubhouse", "New here? Come by, have a drink and meet everybody."),
    (
        "Day trip to the lakes",
        "Station square",
        "We leave **on time** and are back by evening.\n\n- sturdy shoes\n- something to eat",
    ),
    ("Repair workshop", "Workshop, ground floor", "Bring what is broken. We look at it together."),
    ("Picnic in the park", "City park", "Everybody brings something for the table."),
    ("Weekend in the mountains", "Mountain hut", "Three days, two nights, one hut."),
    ("General assembly", "Clubhouse, large room", "Accounts, elections, plans for next year."),
    ("Flea market", "Market square", "Tables are free for members."),
    ("Film evening", "Clubhouse", "A film and a talk about it."),
];
const IT: Words = [
    ("Serata di benvenuto", "Sede", "Sei nuovo? Passa a bere qualcosa e a conoscere tutti."),
    (
        "Gita ai laghi",
        "Piazza della stazione",
        "Si parte **puntuali** e si torna in serata.\n\n- scarpe comode\n- qualcosa da mangiare",
    ),
    (
        "Laboratorio di riparazione",
        "Officina, piano terra",
        "Porta quello che è rotto: lo guardiamo insieme.",
    ),
    ("Picnic al parco", "Parco cittadino", "Ognuno porta qualcosa per la tavola."),
    ("Fine settimana in montagna", "Rifugio", "Tre giorni, due notti, un rifugio."),
    ("Assemblea dei soci", "Sede, sala grande", "Bilancio, elezioni, progetti per il prossimo anno."),
    ("Mercatino dell’usato", "Piazza del mercato", "Per i soci i tavoli sono gratuiti."),
    ("Serata cinema", "Sede", "Un film, e poi se ne parla."),
];
const FR: Words = [
    ("Soirée d’accueil", "Local", "Tu viens d’arriver ? Passe boire un verre et rencontrer tout le monde."),
    (
        "Excursion aux lacs",
        "Place de la gare",
        "On part **à l’heure** et on rentre le soir.\n\n- bonnes chaussures\n- de quoi manger",
    ),
    ("Atelier de réparation", "Atelier, rez-de-chaussée", "Apporte ce qui est cassé, on regarde ensemble."),
    ("Pique-nique au parc", "Parc municipal", "Chacun apporte quelque chose pour la table."),
    ("Week-end à la montagne", "Refuge", "Trois jours, deux nuits, un refuge."),
    ("Assemblée générale", "Local, grande salle", "Comptes, élections, projets de l’année."),
    ("Brocante", "Place du marché", "Les tables sont gratuites pour les membres."),
    ("Soirée cinéma", "Local", "Un film, puis on en parle."),
];
const ES: Words = [
    ("Noche de bienvenida", "Sede", "¿Acabas de llegar? Ven a tomar algo y conoce a todos."),
    (
        "Excursión a los lagos",
        "Plaza de la estación",
        "Salimos **puntuales** y volvemos por la tarde.\n\n- calzado cómodo\n- algo de comer",
    ),
    ("Taller de reparación", "Taller, planta baja", "Trae lo que esté roto y lo miramos juntos."),
    ("Pícnic en el parque", "Parque de la ciudad", "Cada cual trae algo para la mesa."),
    ("Fin de semana en la montaña", "Refugio", "Tres días, dos noches, un refugio."),
    ("Asamblea general", "Sede, sala grande", "Cuentas, elecciones y planes para el año que viene."),
    ("Mercadillo", "Plaza del mercado", "Las mesas son gratuitas para los miembros."),
    ("Noche de cine", "Sede", "Una película y luego charla."),
];
const DE: Words = [
    ("Willkommensabend", "Vereinsheim", "Neu hier? Komm vorbei, trink etwas mit und lern alle kennen."),
    (
        "Ausflug zu den Seen",
        "Bahnhofsplatz",
        "Wir fahren **pünktlich** los und sind abends zurück.\n\n- feste Schuhe\n- etwas zu essen",
    ),
    (
        "Reparaturwerkstatt",
        "Werkstatt, Erdgeschoss",
        "Bring mit, was kaputt ist. Wir sehen es uns zusammen an.",
    ),
    ("Picknick im Park", "Stadtpark", "Alle bringen etwas für die Tafel mit."),
    ("Wochenende in den Bergen", "Berghütte", "Drei Tage, zwei Nächte, eine Hütte."),
    ("Mitgliederversammlung", "Vereinsheim, großer Saal", "Kasse, Wahlen, Pläne für das nächste Jahr."),
    ("Flohmarkt", "Marktplatz", "Für Mitglieder sind die Tische frei."),
    ("Filmabend", "Vereinsheim", "Ein Film und danach ein Gespräch darüber."),
];

fn fill(cx: Cx, members: Vec<AccountId>) -> BoxFuture<'static, Result<(), Error>> {
    Box::pin(async move {
        let organiser = match members.first().copied() {
            Some(member) => member,
            None => cx.member()?.account_id(),
        };
        let today = cx.now().timestamp().to_zoned(cx.community.zone()).date();
        let tx = cx.app.db.write().await?;
        for (sample, words) in WHEN.iter().zip(words(cx.community.locale)) {
            let content = content(&cx, sample, words, today);
            let event =
                Event::new(cx.app.new_id(), &cx.community, organiser, content, State::Published, cx.now());
            store::insert(&tx, &event).await?;
            remember(&tx, cx.community_id(), EVENT, event.id.0).await?;
        }
        tx.touch(cx.community_id());
        tx.commit().await?;
        Ok(())
    })
}

fn content(cx: &Cx, sample: &Sample, (title, venue, text): (&str, &str, &str), today: Date) -> Content {
    let day = today.saturating_add(sample.in_days.days());
    let when = match sample.start {
        None => When::AllDay { first: day, end: day.saturating_add(sample.days.days()), zone: None },
        Some((hour, minute)) => {
            let start = day.at(hour, minute, 0, 0);
            let end = Some(start.saturating_add(sample.minutes.minutes()));
            When::Zoned { start, end, zone: community_zone(&cx.community) }
        }
    };
    Content {
        kind: Kind::Event,
        category: None,
        title: title.to_owned(),
        description: Description::written(text),
        when,
        location: Location { venue: Some(venue.to_owned()), ..Location::default() },
        visibility: Visibility::Public,
        status: sample.status,
        priority: None,
        due_at: None,
        capacity: sample.capacity,
        image_url: None,
        recurrence: None,
        details: serde_json::json!({}),
    }
}

fn clear(cx: Cx) -> BoxFuture<'static, Result<(), Error>> {
    Box::pin(async move {
        let tx = cx.app.db.write().await?;
        for id in list(&tx, cx.community_id(), EVENT).await? {
            store::delete(&tx, cx.community_id(), EventId(id)).await?;
        }
        forget(&tx, cx.community_id(), EVENT).await?;
        tx.touch(cx.community_id());
        tx.commit().await?;
        Ok(())
    })
}
