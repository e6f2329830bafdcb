//! A picture that somebody gives, of an organization's logo: PNG or JPEG, decoded within bounds and made small and plain.
//!
//! What comes out is a PNG of 8-bit RGB on white paper, without the blank margins around what it shows. Nothing of the
//! original stays but its pixels: no metadata, no profile, no preview.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::{self, FilterType as Scaling};
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits, RgbImage,
    RgbaImage,
};

/// The largest picture that is taken, in bytes.
pub const LARGEST_PICTURE: usize = 10 * 1024 * 1024;
/// The most pixels of a picture that is taken, as its header gives them.
pub const MOST_PIXELS: u64 = 25_000_000;
/// How many bytes may be used to decode one: sixteen bits in each of four channels for every pixel, and as much again.
const MOST_MEMORY: u64 = 2 * 8 * MOST_PIXELS;
/// What is kept is scaled down into this many pixels: a logo in print at 300 dots an inch.
const ROOM: (u32, u32) = (640, 400);
/// What is at least as light as this in all colours is paper. The loss of a JPEG leaves white a little less than white.
const PAPER: u8 = 244;

/// A picture as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// A PNG of 8-bit RGB, not interlaced, of nothing but its pixels.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Why a picture is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It is neither PNG nor JPEG.
    #[error("no picture")]
    NoPicture,
    /// It has more than [`LARGEST_PICTURE`] bytes.
    #[error("too large")]
    Large,
    /// It has more than [`MOST_PIXELS`].
    #[error("too many pixels")]
    ManyPixels,
    /// It can't be decoded.
    #[error("damaged")]
    Damaged,
    /// There is nothing to see on white paper.
    #[error("blank")]
    Blank,
}

impl PictureError {
    /// The Fluent message that says why and what to do, and its arguments.
    pub fn message(self) -> (&'static str, Option<(&'static str, u64)>) {
        match self {
            Self::NoPicture => ("error-picture-none", None),
            Self::Large => (
                "error-picture-large",
                Some(("most", (LARGEST_PICTURE / 1024 / 1024) as u64)),
            ),
            Self::ManyPixels => ("error-picture-pixels", Some(("most", MOST_PIXELS / 1_000_000))),
            Self::Damaged => ("error-picture-damaged", None),
            Self::Blank => ("error-picture-blank", None),
        }
    }
}

/// Reads a picture.
///
/// # Errors
/// [`PictureError`] says why it is not taken.
pub fn read(bytes: &[u8]) -> Result<Picture, PictureError> {
    if bytes.len() > LARGEST_PICTURE {
        return Err(PictureError::Large);
    }
    let seen = on_paper(&decode(bytes)?.into_rgba8());
    let seen = trimmed(&seen).ok_or(PictureError::Blank)?;
    let small = scaled(seen);
    let mut png = Vec::new();
    let (width, height) = small.dimensions();
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive)
        .write_image(small.as_raw(), width, height, ExtendedColorType::Rgb8)
        .map_err(|_| PictureError::Damaged)?;
    Ok(Picture { png, width, height })
}

/// The picture as it is to be seen: a camera can say that it lies on its side.
fn decode(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    let format = image::guess_format(bytes).map_err(|_| PictureError::NoPicture)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
        return Err(PictureError::NoPicture);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| PictureError::Damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureError::ManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| PictureError::Damaged)?;
    image.apply_orientation(orientation);
    Ok(image)
}

/// What shows on white paper.
fn on_paper(image: &RgbaImage) -> RgbImage {
    let mut seen = RgbImage::new(image.width(), image.height());
    for (pixel, of) in seen.pixels_mut().zip(image.pixels()) {
        let [red, green, blue, cover] = of.0.map(u16::from);
        let mixed = [red, green, blue].map(|colour| (colour * cover + 255 * (255 - cover) + 127) / 255);
        pixel.0 = mixed.map(|colour| u8::try_from(colour).unwrap_or(u8::MAX));
    }
    seen
}

/// Without the blank margins; nothing where it is blank.
fn trimmed(image: &RgbImage) -> Option<RgbImage> {
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    for (x, y, pixel) in image.enumerate_pixels() {
        if pixel.0.iter().any(|colour| *colour < PAPER) {
            (left, top) = (left.min(x), top.min(y));
            (right, bottom) = (right.max(x), bottom.max(y));
        }
    }
    (left <= right)
        .then(|| imageops::crop_imm(image, left, top, right - left + 1, bottom - top + 1).to_image())
}

fn scaled(image: RgbImage) -> RgbImage {
    let (width, height) = image.dimensions();
    let by = (f64::from(ROOM.0) / f64::from(width)).min(f64::from(ROOM.1) / f64::from(height));
    if by >= 1.0 {
        return image;
    }
    let side = |pixels: u32| ((f64::from(pixels) * by).round() as u32).max(1);
    imageops::resize(&image, side(width), side(height), Scaling::CatmullRom)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use image::codecs::jpeg::JpegEncoder;
    use image::{Rgb, Rgba};

    use super::*;

    /// A PNG in which a rectangle of this colour stands on nothing.
    fn png(width: u32, height: u32, from: (u32, u32), to: (u32, u32), colour: [u8; 4]) -> Vec<u8> {
        let within = |x, y| (from.0..to.0).contains(&x) && (from.1..to.1).contains(&y);
        let image = RgbaImage::from_fn(width, height, |x, y| {
            Rgba(if within(x, y) { colour } else { [0, 0, 0, 0] })
        });
        let mut bytes = Vec::new();
        image
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .unwrap();
        bytes
    }

    fn pixels(picture: &Picture) -> RgbImage {
        let image = image::load_from_memory(&picture.png).unwrap().into_rgb8();
        assert_eq!(image.dimensions(), (picture.width, picture.height));
        image
    }

    #[test]
    fn blank_margins_go_and_what_is_clear_becomes_paper() {
        let picture = read(&png(60, 40, (10, 5), (31, 20), [200, 0, 0, 128])).unwrap();
        assert_eq!((picture.width, picture.height), (21, 15));
        // Half of a red, on white.
        assert_eq!(pixels(&picture).get_pixel(3, 3), &Rgb([227, 127, 127]));
    }

    #[test]
    fn a_large_one_is_scaled_down_in_its_shape_and_a_small_one_stays() {
        let picture = read(&png(2000, 1000, (0, 0), (2000, 1000), [0, 60, 120, 255])).unwrap();
        assert_eq!((picture.width, picture.height), (640, 320));
        let picture = read(&png(30, 1000, (0, 0), (30, 1000), [0, 60, 120, 255])).unwrap();
        assert_eq!((picture.width, picture.height), (12, 400));
        let picture = read(&png(20, 10, (0, 0), (20, 10), [0, 60, 120, 255])).unwrap();
        assert_eq!((picture.width, picture.height), (20, 10));
    }

    /// A JPEG with a segment of metadata behind its first mark.
    fn jpeg_with(segment: &[u8]) -> Vec<u8> {
        let image = RgbImage::from_fn(40, 20, |x, _| {
            Rgb(if x < 20 { [10, 10, 10] } else { [250, 0, 0] })
        });
        let mut plain = Vec::new();
        JpegEncoder::new(&mut plain)
            .write_image(image.as_raw(), 40, 20, ExtendedColorType::Rgb8)
            .unwrap();
        let mut bytes = plain[..2].to_vec();
        bytes.extend_from_slice(&[0xff, 0xe1]);
        bytes.extend_from_slice(&u16::try_from(segment.len() + 2).unwrap().to_be_bytes());
        bytes.extend_from_slice(segment);
        bytes.extend_from_slice(&plain[2..]);
        bytes
    }

    #[test]
    fn nothing_of_the_metadata_stays_but_how_it_is_to_be_turned() {
        // Exif with one entry: turned by a quarter. Behind it a text that must not stay.
        let mut exif = b"Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        exif.extend_from_slice(b"taken at 12 Elm Street");
        let bytes = jpeg_with(&exif);
        assert!(memchr::memmem::find(&bytes, b"Elm Street").is_some());
        let picture = read(&bytes).unwrap();
        assert_eq!((picture.width, picture.height), (20, 40));
        assert_eq!(memchr::memmem::find(&picture.png, b"Elm"), None);
        let mut rest = &picture.png[8..];
        while let Some((head, after)) = rest.split_at_checked(8) {
            assert!(matches!(&head[4..], b"IHDR" | b"IDAT" | b"IEND"), "{head:?}");
            let length = u32::from_be_bytes(head[..4].try_into().unwrap()) as usize;
            rest = &after[length + 4..];
        }
    }

    #[test]
    fn the_same_picture_gives_the_same_bytes() {
        let bytes = png(50, 50, (3, 3), (40, 44), [20, 90, 30, 255]);
        assert_eq!(read(&bytes), read(&bytes));
    }

    #[test]
    fn the_header_decides_before_anything_is_decoded() {
        // Says 30,000 by 30,000 pixels and holds none.
        let mut bytes = png(4, 4, (0, 0), (4, 4), [0, 0, 0, 255]);
        bytes[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        let crc = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&crc.to_be_bytes());
        assert_eq!(read(&bytes), Err(PictureError::ManyPixels));
    }

    fn crc32(bytes: &[u8]) -> u32 {
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        crc.sum()
    }

    #[test]
    fn what_is_no_picture_is_refused_with_its_reason() {
        assert_eq!(read(b""), Err(PictureError::NoPicture));
        assert_eq!(
            read(b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            Err(PictureError::NoPicture)
        );
        assert_eq!(read(b"GIF89a\x01\0\x01\0\0\0\0"), Err(PictureError::NoPicture));
        assert_eq!(read(&vec![0; LARGEST_PICTURE + 1]), Err(PictureError::Large));
        assert_eq!(
            read(&png(9, 9, (0, 0), (9, 9), [255, 255, 250, 255])),
            Err(PictureError::Blank)
        );
        assert_eq!(read(&png(9, 9, (0, 0), (0, 0), [0; 4])), Err(PictureError::Blank));
        let whole = png(40, 40, (0, 0), (40, 40), [0, 0, 0, 255]);
        for end in [8, 20, 40, whole.len() / 2] {
            assert_eq!(read(&whole[..end]), Err(PictureError::Damaged), "{end}");
        }
    }
}
