//! Pictures that people upload: read within limits, turned upright, made smaller, written anew and kept by their
//! content.
//!
//! What is kept was made here from the pixels alone: no place, camera, comment or hidden file survives. Each picture
//! has a large form (at most 2,000 pixels wide) and a small one (640). Animations keep their first image. Not here:
//! who may upload, and which picture belongs to what.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use tokio::sync::Semaphore;

pub const MOST_PIXELS_A_SIDE: u32 = 12_000;
pub const MOST_PIXELS: u64 = 50_000_000;
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
const LARGE: u32 = 2000;
const SMALL: u32 = 640;
const QUALITY: u8 = 84;

/// Why an upload is no picture of ours.
#[derive(Debug, thiserror::Error)]
pub enum ImageRefused {
    #[error("the file has more than {0} bytes")]
    TooManyBytes(u64),
    #[error("the picture has more than {MOST_PIXELS_A_SIDE} pixels on a side or {MOST_PIXELS} in all")]
    TooManyPixels,
    #[error("the file is none of JPEG, PNG, WebP and GIF")]
    UnknownFormat,
    #[error("the picture is damaged")]
    Damaged,
    /// Not the uploader's doing.
    #[error("the picture cannot be kept in {path}")]
    Storage { path: PathBuf, source: std::io::Error },
    #[error("the picture could not be worked on")]
    Interrupted,
}

/// The name of a kept picture's large form: the hash of its bytes and its format.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImageName(String);

impl ImageName {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn content_type(&self) -> &'static str {
        if self.0.ends_with(".webp") { "image/webp" } else { "image/jpeg" }
    }
}

impl fmt::Display for ImageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Not the name of a picture.
#[derive(Debug, thiserror::Error)]
#[error("this is not the name of a picture")]
pub struct NoImageName;

impl FromStr for ImageName {
    type Err = NoImageName;

    /// Nothing but 64 hexadecimal digits and a known ending, so that no name leaves the folder.
    fn from_str(s: &str) -> Result<Self, NoImageName> {
        let hash = s.strip_suffix(".jpg").or(s.strip_suffix(".webp")).ok_or(NoImageName)?;
        let fits = hash.len() == 64 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if fits { Ok(Self(s.to_owned())) } else { Err(NoImageName) }
    }
}

/// Which form of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Large,
    Small,
}

/// A picture that was taken in. Sizes are of the large form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub name: ImageName,
    pub width: u32,
    pub height: u32,
    pub bytes: u64,
}

/// The folder of pictures.
#[derive(Clone, Debug)]
pub struct ImageStore {
    folder: PathBuf,
    most_bytes: u64,
    turn: Arc<Semaphore>,
}

impl ImageStore {
    /// `data_dir/images`; `most_bytes` is `http.max_upload`.
    pub fn new(data_dir: &Path, most_bytes: u64) -> Self {
        // One picture at a time bounds the memory: a large one needs hundreds of megabytes for a moment.
        Self { folder: data_dir.join("images"), most_bytes, turn: Arc::new(Semaphore::new(1)) }
    }

    /// Takes a picture in. The same picture again is the same name.
    pub async fn keep(&self, upload: bytes::Bytes) -> Result<Kept, ImageRefused> {
        if u64::try_from(upload.len()).unwrap_or(u64::MAX) > self.most_bytes {
            return Err(ImageRefused::TooManyBytes(self.most_bytes));
        }
        let turn = Arc::clone(&self.turn).acquire_owned().await.map_err(|_| ImageRefused::Interrupted)?;
        let folder = self.folder.clone();
        let work = tokio::task::spawn_blocking(move || {
            let kept = keep(&folder, &upload);
            drop(turn);
            kept
        });
        work.await.map_err(|_| ImageRefused::Interrupted)?
    }

    /// The bytes of a kept picture; none where there is none of that name.
    pub async fn find(&self, name: &ImageName, form: Form) -> std::io::Result<Option<Vec<u8>>> {
        match tokio::fs::read(path(&self.folder, name, form)).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e),
        }
    }

    /// Removes both forms. Nothing happens where there is none of that name.
    pub async fn delete(&self, name: &ImageName) -> std::io::Result<()> {
        for form in [Form::Small, Form::Large] {
            match tokio::fs::remove_file(path(&self.folder, name, form)).await {
                Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e),
                _ => {}
            }
        }
        Ok(())
    }
}

fn path(folder: &Path, name: &ImageName, form: Form) -> PathBuf {
    let shelf = folder.join(name.0.get(..2).unwrap_or("00"));
    match form {
        Form::Large => shelf.join(&name.0),
        Form::Small => shelf.join(format!("small-{}", name.0)),
    }
}

fn keep(folder: &Path, upload: &[u8]) -> Result<Kept, ImageRefused> {
    let picture = decode(upload)?;
    let large = within(picture, LARGE);
    let (large_bytes, ending) = encode(&large)?;
    let name = ImageName(format!("{}.{ending}", crate::hex(&Sha256::digest(&large_bytes))));
    let (width, height) = (large.width(), large.height());
    let (small_bytes, _) = encode(&within(large, SMALL))?;
    write(&path(folder, &name, Form::Small), &small_bytes)?;
    write(&path(folder, &name, Form::Large), &large_bytes)?;
    Ok(Kept { name, width, height, bytes: u64::try_from(large_bytes.len()).unwrap_or(u64::MAX) })
}

/// The pixels, upright.
fn decode(upload: &[u8]) -> Result<DynamicImage, ImageRefused> {
    let reader =
        ImageReader::new(Cursor::new(upload)).with_guessed_format().map_err(|_| ImageRefused::Damaged)?;
    match reader.format() {
        Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif) => {}
        _ => return Err(ImageRefused::UnknownFormat),
    }
    let mut reader = reader;
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS_A_SIDE);
    limits.max_image_height = Some(MOST_PIXELS_A_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|e| refused(&e))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width).saturating_mul(u64::from(height)) > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY
    {
        return Err(ImageRefused::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|e| refused(&e))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn refused(e: &ImageError) -> ImageRefused {
    match e {
        ImageError::Limits(_) => ImageRefused::TooManyPixels,
        ImageError::Unsupported(_) => ImageRefused::UnknownFormat,
        _ => ImageRefused::Damaged,
    }
}

/// At most `widest` pixels wide and twice as high; never larger than it was.
fn within(picture: DynamicImage, widest: u32) -> DynamicImage {
    let highest = widest.saturating_mul(2);
    if picture.width() <= widest && picture.height() <= highest {
        return picture;
    }
    picture.resize(widest, highest, FilterType::CatmullRom)
}

/// Photographs as JPEG; what is see-through as lossless WebP.
fn encode(picture: &DynamicImage) -> Result<(Vec<u8>, &'static str), ImageRefused> {
    let mut bytes = Vec::new();
    if is_see_through(picture) {
        let rgba = DynamicImage::ImageRgba8(picture.to_rgba8());
        rgba.write_with_encoder(WebPEncoder::new_lossless(&mut bytes)).map_err(|_| ImageRefused::Damaged)?;
        return Ok((bytes, "webp"));
    }
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    DynamicImage::ImageRgb8(picture.to_rgb8())
        .write_with_encoder(encoder)
        .map_err(|_| ImageRefused::Damaged)?;
    Ok((bytes, "jpg"))
}

fn is_see_through(picture: &DynamicImage) -> bool {
    picture.color().has_alpha()
        && picture.to_rgba8().pixels().any(|p| p.0.last().is_some_and(|alpha| *alpha < 255))
}

/// Under another name first, so that nobody reads half a picture.
fn write(path: &Path, bytes: &[u8]) -> Result<(), ImageRefused> {
    let failed = |source| ImageRefused::Storage { path: path.to_owned(), source };
    if path.exists() {
        return Ok(());
    }
    let shelf = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(shelf).map_err(failed)?;
    let draft = shelf.join(format!(".{}.part", crate::hex(&crate::random_bytes::<8>())));
    std::fs::write(&draft, bytes).and_then(|()| std::fs::rename(&draft, path)).map_err(failed)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage, Rgba, RgbaImage};
    use proptest::prelude::*;

    fn store() -> (tempfile::TempDir, ImageStore) {
        let dir = tempfile::tempdir().unwrap();
        let store = ImageStore::new(dir.path(), 20 * 1024 * 1024);
        (dir, store)
    }

    fn bytes_of(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// Red on the left, blue on the right.
    fn two_colours(width: u32, height: u32) -> DynamicImage {
        let colour = |x, _| if x < width / 2 { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) };
        RgbImage::from_fn(width, height, colour).into()
    }

    /// An EXIF segment that says "rotated by 90 degrees" and carries a secret, put into a JPEG.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        tiff.extend_from_slice(b"GPS 45.0715 7.6858");
        let mut segment = vec![0xff, 0xe1];
        segment.extend_from_slice(&u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
        segment.extend_from_slice(b"Exif\0\0");
        segment.extend_from_slice(&tiff);
        [&jpeg[..2], &segment, &jpeg[2..]].concat()
    }

    #[tokio::test]
    async fn a_photograph_is_turned_upright_and_tells_nothing_of_its_place() {
        let (_dir, store) = store();
        let upload = with_exif(&bytes_of(&two_colours(64, 32), ImageFormat::Jpeg));
        assert!(upload.windows(3).any(|w| w == b"GPS"));
        let kept = store.keep(upload.into()).await.unwrap();
        assert_eq!((kept.width, kept.height), (32, 64));
        let bytes = store.find(&kept.name, Form::Large).await.unwrap().unwrap();
        assert!(!bytes.windows(4).any(|w| w == b"Exif") && !bytes.windows(3).any(|w| w == b"GPS"));
        let picture = image::load_from_memory(&bytes).unwrap().to_rgb8();
        assert!(picture.get_pixel(16, 4).0[0] > 200, "what was left is on top");
        assert!(picture.get_pixel(16, 60).0[2] > 200);
    }

    #[tokio::test]
    async fn a_large_picture_becomes_smaller_and_has_a_small_form() {
        let (_dir, store) = store();
        let kept = store.keep(bytes_of(&two_colours(2500, 1000), ImageFormat::Png).into()).await.unwrap();
        assert_eq!((kept.width, kept.height), (2000, 800));
        assert!(kept.name.as_str().ends_with(".jpg"));
        let small = store.find(&kept.name, Form::Small).await.unwrap().unwrap();
        assert_eq!(image::load_from_memory(&small).unwrap().width(), 640);
        let again = store.keep(bytes_of(&two_colours(2500, 1000), ImageFormat::Png).into()).await.unwrap();
        assert_eq!(again, kept);
        store.delete(&kept.name).await.unwrap();
        assert!(store.find(&kept.name, Form::Large).await.unwrap().is_none());
        store.delete(&kept.name).await.unwrap();
    }

    #[tokio::test]
    async fn what_is_see_through_stays_so() {
        let (_dir, store) = store();
        let picture: DynamicImage = RgbaImage::from_pixel(10, 10, Rgba([9, 9, 9, 128])).into();
        let kept = store.keep(bytes_of(&picture, ImageFormat::Png).into()).await.unwrap();
        assert_eq!(kept.name.content_type(), "image/webp");
        let bytes = store.find(&kept.name, Form::Large).await.unwrap().unwrap();
        assert_eq!(image::load_from_memory(&bytes).unwrap().to_rgba8().get_pixel(5, 5).0[3], 128);
        let gif = store.keep(bytes_of(&two_colours(8, 8), ImageFormat::Gif).into()).await.unwrap();
        assert_eq!(gif.name.content_type(), "image/jpeg");
    }

    /// A PNG that claims a size and holds nothing.
    fn claims(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = bytes_of(&two_colours(2, 2), ImageFormat::Png);
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let mut crc = u32::MAX;
        for byte in &bytes[12..29] {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        bytes[29..33].copy_from_slice(&(!crc).to_be_bytes());
        bytes
    }

    #[tokio::test]
    async fn bombs_and_strangers_are_refused_with_their_reason() {
        let (dir, store) = store();
        for (width, height) in [(12_001, 1), (1, 12_001), (10_000, 10_000), (u32::MAX / 2, u32::MAX / 2)] {
            let result = store.keep(claims(width, height).into()).await;
            assert!(matches!(result, Err(ImageRefused::TooManyPixels)), "{width}x{height}: {result:?}");
        }
        let small = ImageStore::new(dir.path(), 10);
        assert!(matches!(small.keep(vec![0; 11].into()).await, Err(ImageRefused::TooManyBytes(10))));
        for stranger in [
            &b""[..],
            b"%PDF-1.7",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"BM......",
            b"II*\0",
            b"MZ",
        ] {
            let result = store.keep(bytes::Bytes::copy_from_slice(stranger)).await;
            assert!(matches!(result, Err(ImageRefused::UnknownFormat)), "{stranger:?}: {result:?}");
        }
        let whole = bytes_of(&two_colours(64, 64), ImageFormat::Png);
        let half = store.keep(bytes::Bytes::copy_from_slice(&whole[..whole.len() / 2])).await;
        assert!(matches!(half, Err(ImageRefused::Damaged)), "{half:?}");
    }

    #[test]
    fn a_name_never_leaves_the_folder() {
        let hash = "a".repeat(64);
        assert!(format!("{hash}.jpg").parse::<ImageName>().is_ok());
        for wrong in [
            "",
            ".jpg",
            "../../etc/passwd",
            &hash,
            &format!("{hash}.png"),
            &format!("../{}.jpg", "a".repeat(61)),
            &format!("{}.jpg", "A".repeat(64)),
        ] {
            assert!(wrong.parse::<ImageName>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_damage_to_a_file_is_more_than_an_error(at in 0_usize..200, to in any::<u8>(), cut in 0_usize..400) {
            for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
                let mut bytes = bytes_of(&two_colours(16, 16), format);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = to;
                }
                bytes.truncate(bytes.len().saturating_sub(cut.saturating_sub(200)));
                let _ = decode(&bytes);
            }
        }
    }
}
