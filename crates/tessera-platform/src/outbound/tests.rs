#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]

use super::*;
use proptest::prelude::*;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

fn outbound(reach: Reach) -> Outbound {
    Outbound::new(reach, false, None).unwrap()
}

/// Addresses inside, and in every spelling that some program takes for them.
const HOSTILE: &[&str] = &[
    "http://127.0.0.1",
    "http://127.0.0.1:22",
    "http://127.1",
    "http://127.0.1",
    "http://2130706433",
    "http://0x7f000001",
    "http://0x7f.0.0.1",
    "http://0x7f.1",
    "http://0177.0.0.1",
    "http://0177.1",
    "http://017700000001",
    "http://127.0.0.1.",
    "http://127.255.255.254",
    "http://127.0.0.2",
    "http://%31%32%37.0.0.1",
    "http://127。0。0。1",
    "http://１２７.0.0.1",
    "http://①②⑦.⓪.⓪.①",
    "http://localhost",
    "http://LOCALHOST",
    "http://localhost.",
    "http://a.localhost",
    "http://roma.localhost:8080",
    "http://x.y.LocalHost.",
    "http://ｌｏｃａｌｈｏｓｔ",
    "http://0",
    "http://0.0.0.0",
    "http://0x0",
    "http://00",
    "http://0.1.2.3",
    "http://10.0.0.1",
    "http://10.255.255.255",
    "http://0xa.0.0.1",
    "http://012.0.0.1",
    "http://167772161",
    "http://100.64.0.1",
    "http://100.127.255.255",
    "http://169.254.169.254",
    "http://169.254.169.254/latest/meta-data/",
    "http://0xa9fea9fe",
    "http://2852039166",
    "http://0251.0376.0251.0376",
    "http://169.254.43518",
    "http://172.16.0.1",
    "http://172.31.255.255",
    "http://192.0.0.1",
    "http://192.0.0.170",
    "http://192.0.2.1",
    "http://192.88.99.1",
    "http://192.168.0.1",
    "http://192.168.1.254",
    "http://0xc0a80001",
    "http://192.168.257",
    "http://198.18.0.1",
    "http://198.19.255.255",
    "http://198.51.100.7",
    "http://203.0.113.9",
    "http://224.0.0.1",
    "http://239.255.255.250",
    "http://240.0.0.1",
    "http://255.255.255.255",
    "http://4294967295",
    "http://[::]",
    "http://[::1]",
    "http://[0:0:0:0:0:0:0:1]",
    "http://[::1]:8080",
    "http://[0000::0001]",
    "http://[::ffff:127.0.0.1]",
    "http://[::ffff:7f00:1]",
    "http://[::ffff:10.0.0.1]",
    "http://[::ffff:169.254.169.254]",
    "http://[::ffff:a9fe:a9fe]",
    "http://[::ffff:8.8.8.8]",
    "http://[::127.0.0.1]",
    "http://[::7f00:1]",
    "http://[::10.0.0.1]",
    "http://[::ffff:0:127.0.0.1]",
    "http://[64:ff9b::127.0.0.1]",
    "http://[64:ff9b::7f00:1]",
    "http://[64:ff9b::10.0.0.1]",
    "http://[64:ff9b::a9fe:a9fe]",
    "http://[64:ff9b:1::1]",
    "http://[100::1]",
    "http://[2001::1]",
    "http://[2001:0:7f00:1::]",
    "http://[2001:2::1]",
    "http://[2001:10::1]",
    "http://[2001:20::1]",
    "http://[2001:db8::1]",
    "http://[2002:7f00:1::]",
    "http://[2002:a00:1::]",
    "http://[2002:a9fe:a9fe::]",
    "http://[2002:c0a8:1::]",
    "http://[3fff::1]",
    "http://[5f00::1]",
    "http://[fc00::1]",
    "http://[fd00::1]",
    "http://[fd12:3456:789a::1]",
    "http://[fdff:ffff::1]",
    "http://[fe80::1]",
    "http://[febf::1]",
    "http://[fec0::1]",
    "http://[ff02::1]",
    "http://[ff0e::1]",
    "http://[2620:4f:8000::1]",
    "http://user@8.8.8.8",
    "http://user:pw@example.org",
    "http://example.org@127.0.0.1",
    "http://127.0.0.1#@example.org",
    "http://127.0.0.1\\@example.org",
    "http:127.0.0.1",
    "http:/127.0.0.1",
    "http:\\\\127.0.0.1",
    "http:///127.0.0.1",
    "https://127.0.0.1",
    "https://[::1]",
    "https://localhost",
    "file:///etc/passwd",
    "ftp://example.org",
    "gopher://example.org",
    "data:text/plain,x",
    "unix:/run/x.sock",
    "javascript:1",
    "http+unix://x",
    "ws://example.org",
    "blob:http://example.org",
];

#[test]
fn two_hundred_and_more_hostile_addresses_are_refused() {
    let outbound = outbound(Reach::Public);
    let mut refused = 0;
    for text in HOSTILE {
        // What does not parse cannot be asked for.
        if let Ok(url) = Url::parse(text) {
            assert!(outbound.vet(&url).is_err(), "{text} became {url}");
        }
        refused += 1;
    }
    // The edges of every range, from inside.
    for (first, last) in [
        ("0.0.0.0", "0.255.255.255"),
        ("10.0.0.0", "10.255.255.255"),
        ("100.64.0.0", "100.127.255.255"),
        ("127.0.0.0", "127.255.255.255"),
        ("169.254.0.0", "169.254.255.255"),
        ("172.16.0.0", "172.31.255.255"),
        ("192.0.0.0", "192.0.0.255"),
        ("192.0.2.0", "192.0.2.255"),
        ("192.88.99.0", "192.88.99.255"),
        ("192.168.0.0", "192.168.255.255"),
        ("198.18.0.0", "198.19.255.255"),
        ("198.51.100.0", "198.51.100.255"),
        ("203.0.113.0", "203.0.113.255"),
        ("224.0.0.0", "239.255.255.255"),
        ("240.0.0.0", "255.255.255.255"),
    ] {
        for edge in [first, last] {
            let ip: Ipv4Addr = edge.parse().unwrap();
            let six_to_four = Ipv6Addr::from_bits((0x2002_u128 << 112) | (u128::from(ip.to_bits()) << 80));
            let nat64 = Ipv6Addr::from_bits((0x0064_ff9b_u128 << 96) | u128::from(ip.to_bits()));
            for spelling in [
                IpAddr::V4(ip),
                ip.to_ipv6_mapped().into(),
                ip.to_ipv6_compatible().into(),
                six_to_four.into(),
                nat64.into(),
            ] {
                assert!(!Reach::Public.includes(spelling), "{spelling}");
                refused += 1;
            }
        }
    }
    assert!(refused > 200, "only {refused}");
}

#[test]
fn the_public_internet_is_reached() {
    for text in [
        "8.8.8.8",
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "128.0.0.0",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.20.0.0",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2606:4700::1111",
        "2a00::1",
        "2003::1",
    ] {
        assert!(Reach::Public.includes(text.parse().unwrap()), "{text}");
    }
}

#[test]
fn private_reach_still_keeps_away_from_what_clouds_keep_there() {
    for text in ["127.0.0.1", "10.0.0.1", "192.168.1.1", "::1", "fd00::1", "::ffff:127.0.0.1", "8.8.8.8"] {
        assert!(Reach::Private.includes(text.parse().unwrap()), "{text}");
    }
    for text in [
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "fe80::1",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "ff02::1",
        "255.255.255.255",
    ] {
        assert!(!Reach::Private.includes(text.parse().unwrap()), "{text}");
    }
}

proptest! {
    #[test]
    fn no_spelling_of_a_private_address_gets_through(bits in any::<u32>(), form in 0..6) {
        let ip = Ipv4Addr::from_bits(bits);
        let [a, b, c, d] = ip.octets();
        let text = match form {
            0 => format!("http://{bits}/"),
            1 => format!("http://{bits:#x}/"),
            2 => format!("http://{a:#o}.{b:#x}.{c}.{d}/").replace("0o", "0"),
            3 => format!("http://{a}.{}/", bits & 0x00ff_ffff),
            4 => format!("http://[{}]/", ip.to_ipv6_mapped()),
            _ => format!("http://{a}.{b}.{}/", bits & 0xffff),
        };
        let allowed = Url::parse(&text).is_ok_and(|url| outbound_public().vet(&url).is_ok());
        prop_assert!(!allowed || Reach::Public.includes(IpAddr::V4(ip)), "{}", text);
    }
}

fn outbound_public() -> &'static Outbound {
    static OUTBOUND: std::sync::LazyLock<Outbound> = std::sync::LazyLock::new(|| outbound(Reach::Public));
    &OUTBOUND
}

/// A server that gives each connection the next of these answers.
async fn server(answers: Vec<String>) -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        for answer in answers {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut heard = [0; 4096];
            let _ = stream.read(&mut heard).await;
            let _ = stream.write_all(answer.as_bytes()).await;
            let _ = stream.shutdown().await;
        }
    });
    port
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

fn moved(location: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

fn get(text: &str) -> Request {
    Request { timeout: Duration::from_secs(5), ..Request::get(Url::parse(text).unwrap()) }
}

#[tokio::test]
async fn names_below_localhost_are_this_machine_where_private_addresses_are_allowed() {
    let port = server(vec![ok("ciao")]).await;
    let url = format!("http://roma.localhost:{port}/");
    let answer = outbound(Reach::Private).send(get(&url)).await.unwrap();
    assert_eq!(&answer.body[..], b"ciao");
    assert!(matches!(outbound(Reach::Public).send(get(&url)).await, Err(OutboundError::Refused(_))));
}

#[tokio::test]
async fn a_name_that_resolves_to_this_machine_is_refused() {
    let refused = Vetting(Reach::Public);
    for name in ["localhost", "x.localhost"] {
        let result = reqwest::dns::Resolve::resolve(&refused, name.parse().unwrap()).await;
        assert!(result.is_err_and(|e| e.is::<Refused>()), "{name}");
    }
    let allowed =
        reqwest::dns::Resolve::resolve(&Vetting(Reach::Private), "x.localhost".parse().unwrap()).await;
    assert!(allowed.is_ok_and(|mut a| a.all(|a| a.ip().is_loopback())));
}

#[tokio::test]
async fn redirects_are_looked_at_anew_and_counted() {
    let port = server(vec![ok("end")]).await;
    let first = server(vec![moved(&format!("http://127.0.0.1:{port}/end"))]).await;
    let answer = outbound(Reach::Private).send(get(&format!("http://127.0.0.1:{first}/"))).await.unwrap();
    assert_eq!((&answer.body[..], answer.url.path()), (&b"end"[..], "/end"));

    let inward = server(vec![moved("http://169.254.169.254/latest/")]).await;
    let result = outbound(Reach::Private).send(get(&format!("http://127.0.0.1:{inward}/"))).await;
    assert!(matches!(result, Err(OutboundError::Refused(_))), "{result:?}");

    let round = server(vec![moved("/"), moved("/"), moved("/"), moved("/"), ok("never")]).await;
    let result = outbound(Reach::Private).send(get(&format!("http://127.0.0.1:{round}/"))).await;
    assert!(matches!(result, Err(OutboundError::TooManyRedirects)), "{result:?}");
}

#[tokio::test]
async fn a_post_is_never_sent_on() {
    let port = server(vec![moved("/elsewhere"), ok("never")]).await;
    let url = Url::parse(&format!("http://127.0.0.1:{port}/")).unwrap();
    let answer = outbound(Reach::Private).send(Request::post(url, "{}")).await.unwrap();
    assert_eq!(answer.status, StatusCode::FOUND);
}

#[test]
fn a_redirect_never_leaves_https() {
    let from = Url::parse("https://example.org/a/b").unwrap();
    assert_eq!(next_hop(&from, "../c#x").unwrap().as_str(), "https://example.org/c");
    assert!(matches!(next_hop(&from, "http://example.org/"), Err(OutboundError::HttpsRequired(_))));
    assert!(matches!(next_hop(&from, "file:///etc/passwd"), Err(OutboundError::HttpsRequired(_))));
    let strict = Outbound::new(Reach::Private, true, None).unwrap();
    assert!(matches!(
        strict.vet(&Url::parse("http://127.0.0.1/").unwrap()),
        Err(OutboundError::HttpsRequired(_))
    ));
}

#[tokio::test]
async fn an_answer_that_is_too_long_or_too_slow_is_given_up() {
    let port = server(vec![ok(&"x".repeat(1001)), ok(&"x".repeat(1000))]).await;
    let request = Request { max_bytes: 1000, ..get(&format!("http://127.0.0.1:{port}/")) };
    assert!(matches!(
        outbound(Reach::Private).send(request.clone()).await,
        Err(OutboundError::TooLong(1000))
    ));
    assert_eq!(outbound(Reach::Private).send(request).await.unwrap().body.len(), 1000);

    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://127.0.0.1:{}/", silent.local_addr().unwrap().port());
    let request = Request { timeout: Duration::from_millis(100), ..get(&url) };
    assert!(matches!(outbound(Reach::Private).send(request).await, Err(OutboundError::TimedOut)));
}

#[test]
fn a_file_without_certificates_is_said_so() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("ca.pem");
    std::fs::write(&file, "nothing").unwrap();
    let result = Outbound::new(Reach::Public, true, Some(&file));
    assert!(matches!(result, Err(OutboundError::Authorities { .. })));
    assert!(Outbound::new(Reach::Public, true, Some(Path::new("/nowhere.pem"))).is_err());
}

/// A server that says its head, and then `piece` again and again, `every` so often.
async fn dripping(piece: &'static [u8], every: Duration) -> Url {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut asked = [0_u8; 1024];
        let _ = stream.read(&mut asked).await.unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n").await.unwrap();
        while stream.write_all(piece).await.is_ok() {
            tokio::time::sleep(every).await;
        }
    });
    url
}

/// Reads to the end, and says how much there was.
async fn drain(url: Url, pace: Pace, max_bytes: usize) -> (usize, OutboundError) {
    let request = Request { max_bytes, timeout: Duration::from_secs(3), ..Request::get(url) };
    let mut opened = outbound(Reach::Private).open(request, pace).await.unwrap();
    let mut read = 0;
    loop {
        match opened.chunk().await {
            Ok(Some(bytes)) => read += bytes.len(),
            Ok(None) => panic!("it has no end"),
            Err(e) => return (read, e),
        }
    }
}

#[tokio::test]
async fn an_answer_that_drips_is_given_up_and_a_long_one_is_cut_off() {
    let pace = Pace { bytes: 1_000, within: Duration::from_millis(200), patience: Duration::from_secs(1) };
    let begun = std::time::Instant::now();
    let slow = dripping(b"x", Duration::from_millis(50)).await;
    assert!(matches!(drain(slow, pace, 1 << 20).await, (0..=20, OutboundError::TimedOut)));
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    let fast = dripping(&[b'x'; 16_384], Duration::from_millis(1)).await;
    let (read, error) = drain(fast, pace, 100_000).await;
    assert!(matches!(error, OutboundError::TooLong(100_000)) && read <= 100_000, "{read} {error}");
    // Fast enough, it ends with its time all the same.
    let steady = dripping(&[b'x'; 1_000], Duration::from_millis(20)).await;
    assert!(matches!(drain(steady, pace, 1 << 30).await.1, OutboundError::TimedOut));
}

#[tokio::test]
async fn whoever_does_not_begin_to_answer_is_waited_for_only_so_long() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url: Url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    let held = tokio::spawn(async move { listener.accept().await.map(|(stream, _)| stream) });
    let pace = Pace { patience: Duration::from_millis(200), ..Pace::default() };
    let refused = outbound(Reach::Private).open(Request::get(url), pace).await.unwrap_err();
    assert!(matches!(refused, OutboundError::TimedOut));
    drop(held.await.unwrap());
}
