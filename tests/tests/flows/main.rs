//! The shop's flows, a module a noun: each rule and each refusal, through the use cases that every face calls.

mod admin;
mod buy_now;
mod cart;
mod catalog;
mod charge;
mod clock;
#[cfg(unix)]
mod commit;
mod consent;
mod coupon;
mod coupon_distribution;
mod delivery_memo;
mod deposit;
mod english_names;
mod fault;
mod give_back;
mod jobs;
mod leave;
mod line;
mod operator;
mod order;
mod payment;
mod point;
mod price;
mod product_search;
mod quote;
mod ranking;
mod reset_password;
mod restart;
mod restock;
mod seal;
mod session;
mod shipping;
mod sign_in;
mod storage;
mod unfinished;
mod upgrade;
mod user;
mod users;
mod webhook;
mod wish;

use shop_tests::scene;
