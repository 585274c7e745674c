//! Putting a notice away.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::post;
use database::DbError;

use super::AnnouncementId;
use super::notice_store::PUT_AWAY;
use crate::app::Shared;
use crate::web::{AppError, Context, PostedBy, go_saying};

/// Routes of notices.
pub fn routes() -> Router<Shared> {
    Router::new().route("/notices/{notice}/put-away", post(put_away))
}

/// `POST /notices/{notice}/put-away`: it is not shown to this account any more; back to the page that it stood on.
async fn put_away(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let id: AnnouncementId = id.parse().map_err(|_| AppError::NotFound)?;
    let kept = app.notices.current();
    let is_there = kept.all().any(|notice| notice.id == id);
    if !is_there {
        return Err(AppError::NotFound);
    }
    let (account_id, now) = (actor.account_id, ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { tx.exec(PUT_AWAY, &[&account_id, &id, &now]).await })
    });
    write.await.map_err(|error: DbError| error)?;
    Ok(go_saying(
        &app,
        back_to(form.value("back")),
        "notice-put-away",
    ))
}

/// A path of our own; what is none leads to the start page.
fn back_to(typed: &str) -> &str {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_');
    let is_own = typed.starts_with('/') && !typed.starts_with("//");
    if is_own && typed.len() <= 200 && typed.chars().all(is_plain) {
        typed
    } else {
        "/"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_back_to_a_page_of_ours() {
        assert_eq!(back_to("/my/children"), "/my/children");
        for other in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/a?b",
        ] {
            assert_eq!(back_to(other), "/");
        }
    }
}
