//! The layouts of an organisation's certificates: a new version, another one in use, a picture.

use certificate_press::Logo;
use database::{DbError, Tx};
use jiff::Timestamp;

use crate::audit;
use crate::certificates::layout_store::{self as store, Kept, NamedLogo};
use crate::certificates::layouts::Layout;
use crate::certificates::permissions::EditLayout;
use crate::certificates::{LayoutId, LogoId};
use crate::permit::Permit;

/// Pictures that an organisation may keep.
const MOST_LOGOS: usize = 20;

/// Why nothing was changed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// Somebody else has saved a version since.
    #[error("there is a newer version")]
    ChangedMeanwhile,
    /// The picture is not one of this organisation.
    #[error("there is no such picture")]
    NoSuchLogo,
    /// The organisation keeps as many pictures as it may.
    #[error("there are too many pictures")]
    TooManyLogos,
    /// The database refuses; not found when there is no such version.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Keeps a layout as the next version after `last`, and puts it in use.
///
/// # Errors
/// [`LayoutError`]; nothing was changed then.
pub async fn save_layout(
    tx: &mut Tx<'_>,
    permit: &Permit<EditLayout>,
    last: i64,
    layout: &Layout,
    now: Timestamp,
) -> Result<LayoutId, LayoutError> {
    let (on, by) = (permit.on(), permit.by());
    let newest: i64 = tx.one(store::FIND_LAST_VERSION, &[&on]).await?;
    if newest != last {
        return Err(LayoutError::ChangedMeanwhile);
    }
    let logos: Vec<NamedLogo> = tx.all(store::LIST_LOGOS, &[&on]).await?;
    if layout
        .logo_id
        .is_some_and(|id| logos.iter().all(|logo| logo.id != id))
    {
        return Err(LayoutError::NoSuchLogo);
    }
    let text = serde_json::to_string(layout).map_err(|error| DbError::Other(error.to_string()))?;
    let version = newest + 1;
    let row: database::Params<'_> = &[&on, &version, &text, &layout.logo_id, &Some(by), &now];
    let inserted = tx.one(store::INSERT_LAYOUT, row).await;
    let id: LayoutId = inserted.map_err(|error| match error {
        DbError::Unique { .. } => LayoutError::ChangedMeanwhile,
        other => other.into(),
    })?;
    put_in_use(tx, permit, Some((id, version)), now).await?;
    Ok(id)
}

/// Puts a version in use, or the standard layout.
///
/// # Errors
/// [`LayoutError::Database`]; not found when the organisation has no such version.
pub async fn use_layout(
    tx: &mut Tx<'_>,
    permit: &Permit<EditLayout>,
    version: Option<i64>,
    now: Timestamp,
) -> Result<(), LayoutError> {
    let chosen = match version {
        Some(version) => {
            let kept: Kept = tx
                .one(store::FIND_VERSION, &[&permit.on(), &version])
                .await?;
            Some((kept.id, kept.version))
        }
        None => None,
    };
    Ok(put_in_use(tx, permit, chosen, now).await?)
}

async fn put_in_use(
    tx: &mut Tx<'_>,
    permit: &Permit<EditLayout>,
    chosen: Option<(LayoutId, i64)>,
    now: Timestamp,
) -> Result<(), DbError> {
    let on = permit.on();
    let before: Option<Kept> = tx.opt(store::FIND_IN_USE, &[&on]).await?;
    match chosen {
        Some((id, _)) => tx.exec(store::USE, &[&on, &id]).await?,
        None => tx.exec(store::USE_STANDARD, &[&on]).await?,
    };
    let named = |version: Option<i64>| {
        version.map_or_else(|| "standard".to_owned(), |version| version.to_string())
    };
    audit::Entry {
        organisation_id: Some(on),
        before: Some(&named(before.map(|kept| kept.version))),
        after: Some(&named(chosen.map(|(_, version)| version))),
        ..audit::Entry::new(
            now,
            permit.by(),
            "certificate.layout",
            "organisation",
            on.get(),
        )
    }
    .write(tx)
    .await
}

/// Keeps a picture that was checked and printed once.
///
/// # Errors
/// [`LayoutError`]; nothing was kept then.
pub async fn add_logo(
    tx: &mut Tx<'_>,
    permit: &Permit<EditLayout>,
    name: &str,
    logo: &Logo,
    now: Timestamp,
) -> Result<LogoId, LayoutError> {
    let on = permit.on();
    let known: Vec<NamedLogo> = tx.all(store::LIST_LOGOS, &[&on]).await?;
    if known.len() >= MOST_LOGOS {
        return Err(LayoutError::TooManyLogos);
    }
    let (kind, content) = (logo.kind().code(), logo.bytes().to_vec());
    let row: database::Params<'_> = &[&on, &name, &kind, &content, &now];
    let id: LogoId = tx.one(store::INSERT_LOGO, row).await?;
    audit::Entry {
        organisation_id: Some(on),
        after: Some(name),
        ..audit::Entry::new(
            now,
            permit.by(),
            "certificate.logo",
            "organisation",
            on.get(),
        )
    }
    .write(tx)
    .await?;
    Ok(id)
}
