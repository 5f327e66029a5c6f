//! The shop's flows, a module a noun: each rule and each refusal, through the use cases that every face calls.

mod cart;
mod catalog;
mod coupon;
mod give_back;
mod jobs;
mod order;
mod payment;
mod point;
mod quote;
mod ranking;
mod restart;
mod unfinished;
mod user;
mod wish;

use shop_tests::scene;
