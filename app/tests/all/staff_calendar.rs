//! A17: a week of meetings, of the whole branch or the own ones.

use zapis::accounts::RoleKind;

use crate::site::on_both;
use crate::staff_attendance::{move_clock, teaches};
use crate::staff_offer::operator;

on_both! {
    async fn a_week_of_meetings_is_seen_by_those_who_work_with_them(site: Site) {
        let aid = site.training("Pierwsza pomoc").publish().await;
        let board = site.training("Tablica od podstaw").meeting("2026-12-01T17:00", "2026-12-01T18:30")
            .meeting("2026-12-07T00:30", "2026-12-07T02:00").publish().await;
        let mut olga = operator(&site, &aid, "Olga Radina").await;
        olga.get("/staff").await.says("href=\"/staff/calendar\"").says_not("Meetings today");
        // Today is a Sunday, the last day of its week.
        olga.get("/staff/calendar").await.is(200).says("Week 47: 16–22 November 2026").says("No meetings in this week")
            .says("/staff/calendar?week=2026-W48");
        let week = olga.get("/staff/calendar?week=2026-W49").await;
        week.is(200).says("Week 49: 30 November – 6 December 2026").says("Tuesday, 1 December 2026").says("16:00–19:15")
            .says("ul. Ogrodowa 4, sala 12").says(&format!("/staff/groups/{}", aid.group_id)).says("17:00–18:30").says_not("0:30");
        let text = week.text();
        assert!(text.find("Pierwsza pomoc") < text.find("Tablica od podstaw"), "in order of time");
        olga.get("/staff/calendar?week=2026-W50").await.says("Monday, 7 December 2026").says("0:30–2:00").says_not("Pierwsza pomoc");
        olga.get("/staff/calendar?week=2026-W49&whose=own").await.is(200).says("No meetings in this week");
        olga.get("/staff/calendar?week=nonsense").await.is(200).says("Week 47");

        let mut halina = site.staff("Halina Kot", "halina@centrum.example", RoleKind::Trainer, Some(aid.organisation_id)).await;
        halina.get("/staff/calendar?week=2026-W49").await.is(200).says("No meetings in this week");
        teaches(&site, &board, "halina@centrum.example").await;
        halina.get("/staff/calendar?week=2026-W49").await.says("Tablica od podstaw").says_not("Pierwsza pomoc");
        move_clock(&site, "2026-12-01T08:00");
        halina.get("/staff").await.says("Meetings today").says("17:00–18:30").says_not("Pierwsza pomoc");
        site.sql("UPDATE groups SET state = 'cancelled' WHERE id = $1", board.group_id.get()).await;
        halina.get("/staff/calendar?week=2026-W49").await.says_not("Tablica od podstaw");
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        anna.get("/staff/calendar").await.is(404);
    }
}
