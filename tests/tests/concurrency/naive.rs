//! A shop as one should not write it: it looks, decides, and only then writes, in a second transaction. The figures must
//! catch it, or they would prove nothing of the real one.

use std::path::Path;
use std::sync::Barrier;

use rusqlite::{Connection, params};

use crate::figures::{Goods, Pieces};

const BUYERS: i64 = 8;
const THERE_ARE: i64 = 4;

#[test]
fn overselling_is_seen() {
    let file = everybody_takes_one();
    let goods = Goods { start: THERE_ARE, left: file.there, sold: file.taken };
    assert!(goods.fault().is_some(), "eight were sold of four, and the level fell by one: {goods:?}");
    let right = Goods { start: THERE_ARE, left: 0, sold: THERE_ARE };
    assert_eq!(right.fault(), None, "four of four is as it should be");
}

#[test]
fn issuing_too_many_is_seen() {
    let file = everybody_takes_one();
    let pieces = Pieces { total: THERE_ARE, counted: THERE_ARE - file.there, held: file.taken };
    assert!(pieces.fault().is_some(), "eight have one of four, and the counter says one: {pieces:?}");
    let honest = Pieces { counted: file.taken, ..pieces };
    assert!(honest.fault().is_some(), "too many are too many, also when they are counted");
    assert_eq!(Pieces { total: 4, counted: 4, held: 4 }.fault(), None, "four of four is as it should be");
}

struct Outcome {
    there: i64,
    taken: i64,
}

/// Every call reads before any call writes, which happens under load sooner or later.
fn everybody_takes_one() -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("naive.db");
    let file = open(&path);
    file.execute_batch("CREATE TABLE shelf (there INTEGER NOT NULL); CREATE TABLE taken (buyer INTEGER NOT NULL)")
        .expect("the tables are made");
    file.execute("INSERT INTO shelf VALUES (?1)", [THERE_ARE]).expect("the shelf is filled");
    let all_have_looked = Barrier::new(BUYERS as usize);
    std::thread::scope(|scope| {
        for buyer in 0..BUYERS {
            let (path, all_have_looked) = (&path, &all_have_looked);
            scope.spawn(move || take_one(&mut open(path), buyer, all_have_looked));
        }
    });
    let number = |query| file.query_row(query, [], |row| row.get(0)).expect("a number");
    Outcome { there: number("SELECT there FROM shelf"), taken: number("SELECT count(*) FROM taken") }
}

fn take_one(file: &mut Connection, buyer: i64, all_have_looked: &Barrier) {
    let there: i64 = file.query_row("SELECT there FROM shelf", [], |row| row.get(0)).expect("the shelf is read");
    all_have_looked.wait();
    if there > 0 {
        let tx = file.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).expect("it begins");
        tx.execute("UPDATE shelf SET there = ?1", params![there - 1]).expect("the level is written");
        tx.execute("INSERT INTO taken VALUES (?1)", params![buyer]).expect("the sale is written");
        tx.commit().expect("it is committed");
    }
}

fn open(path: &Path) -> Connection {
    let file = Connection::open(path).expect("the file opens");
    file.busy_timeout(std::time::Duration::from_secs(30)).expect("the time to wait is set");
    file
}
