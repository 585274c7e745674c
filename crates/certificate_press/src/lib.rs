//! Facts and a template in, the bytes of an archivable certificate out.
//!
//! [`Press::print`] sets one certificate and answers a document that is PDF/A-2a and PDF/UA-1 at once: tagged, with its
//! title and language, every font embedded. The same facts and the same template always give the same bytes.
//! [`code`] makes and checks the signed text that the QR on the paper carries, without any of the typesetting.
//!
//! The press knows no database, reads no file and reaches no network; a template sees nothing but the facts.

pub mod code;
mod design;
mod document;
mod error;
mod facts;
mod fonts;
mod press;
mod printable;
mod qr;
mod template;
mod world;

pub use design::{Design, LOGO_BYTES, LOGO_SIDE, Logo, LogoKind, LogoProblem};
pub use document::Document;
pub use error::PressError;
pub use facts::{Facts, Field, Lang, Signatory};
pub use press::{Limits, Press};
pub use printable::unprintable;
pub use qr::Qr;
pub use template::Template;
