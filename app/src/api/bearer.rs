//! Who asks: the holder of a bearer token, with the roles of the account.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use super::Problem;
use crate::accounts::{Actor, tokens};
use crate::app::Shared;

/// The holder of the token that came with a request.
#[derive(Clone, Debug)]
pub(super) struct Bearer(pub Arc<Actor>);

impl FromRequestParts<Shared> for Bearer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Problem> {
        let header = parts.headers.get(AUTHORIZATION);
        let text = header.and_then(|value| value.to_str().ok());
        let (scheme, token) = text
            .and_then(|text| text.trim().split_once(' '))
            .ok_or(Problem::Unauthorized)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(Problem::Unauthorized);
        }
        let found = tokens::find(&app.db, token.trim(), app.clock.now()).await?;
        found.map(Self).ok_or(Problem::Unauthorized)
    }
}
