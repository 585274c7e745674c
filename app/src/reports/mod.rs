//! Reports: the offer, participants, hours, money and surveys of a period, for the administrators of a branch. Figures and the
//! lists behind them are made of the same facts by the same choice ([`facts::Choice`]), so that they agree. It stands above the
//! rooms whose facts it counts.

mod children;
mod children_page;
mod facts;
mod figures;
mod lists;
pub mod pages;
mod paper;
pub mod report_store;
