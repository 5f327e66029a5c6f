//! The charts of a report as drawings in the page: the run over its time, the waits, and the order in which users were served.

use std::fmt::Write as _;

use shop_contract::LAB_WAIT_BUCKETS;

use super::Outcome;
use super::words::Words;

/// Width and height of a chart, in units of the drawing.
const CHART: (f64, f64) = (720.0, 200.0);

/// What was granted, refused and left over the time of the run.
pub(super) fn progress(outcome: &Outcome, words: &Words) -> String {
    let last = outcome.series.last().map_or(1.0, |progress| progress.seconds.max(0.001));
    let most = outcome.series.iter().map(|p| p.granted.max(p.refused)).max().unwrap_or(1).max(1);
    let most = most.max(u64::try_from(outcome.stock).unwrap_or(1)) as f64;
    let line = |name: &str, class: &str, value: &dyn Fn(usize) -> f64| {
        let points: Vec<String> = outcome
            .series
            .iter()
            .enumerate()
            .map(|(index, progress)| {
                let x = progress.seconds / last * CHART.0;
                format!("{x:.1},{:.1}", CHART.1 - value(index).clamp(0.0, most) / most * CHART.1)
            })
            .collect();
        format!("<polyline class=\"{class}\" points=\"{}\"><title>{name}</title></polyline>", points.join(" "))
    };
    let series = &outcome.series;
    format!(
        "<figure><svg viewBox=\"-4 -4 {} {}\" role=\"img\" aria-label=\"{} {}, {} {}\">{}{}{}</svg>\
         <figcaption><b class=\"granted\">{}</b> <b class=\"refused\">{}</b> <b class=\"left\">{}</b> · {:.2} s · max {most:.0}</figcaption></figure>",
        CHART.0 + 8.0,
        CHART.1 + 8.0,
        words.granted,
        outcome.granted,
        words.refused,
        outcome.refused,
        line(words.granted, "granted", &|index| series[index].granted as f64),
        line(words.refused, "refused", &|index| series[index].refused as f64),
        line(words.left, "left", &|index| series[index].left as f64),
        words.granted,
        words.refused,
        words.left,
        outcome.seconds
    )
}

/// How long the users waited, with the figures in a table below.
pub(super) fn waits(outcome: &Outcome, words: &Words) -> String {
    let counts = outcome.series.last().map_or([0; LAB_WAIT_BUCKETS], |progress| progress.waits);
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let slot = CHART.0 / LAB_WAIT_BUCKETS as f64;
    let (mut bars, mut rows) = (String::new(), String::new());
    for (index, count) in counts.into_iter().enumerate() {
        let (x, tall) = (slot * index as f64, count as f64 / most * CHART.1);
        let time = wait(index);
        // Writing to a string does not fail.
        let _ = write!(
            bars,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{tall:.1}\"><title>{time}: {count}</title></rect>",
            x + 4.0,
            CHART.1 - tall,
            slot - 8.0
        );
        if count > 0 {
            let _ = write!(rows, "<tr><th scope=\"row\">{time}</th><td>{count}</td></tr>");
        }
    }
    format!(
        "<h3>{}</h3><figure>{}</figure><details open><summary>{}</summary><table>{rows}</table></details>",
        words.waits,
        drawing(words.waits, &bars),
        words.table
    )
}

/// The order of arrival over the order in which users were served: a straight line is first come, first served.
pub(super) fn order(outcome: &Outcome, words: &Words) -> String {
    let latest = outcome.served.iter().copied().max().unwrap_or(0).max(1) as f64;
    let last = outcome.served.len().saturating_sub(1).max(1) as f64;
    let mut dots = String::new();
    for (index, place) in outcome.served.iter().enumerate() {
        let (x, y) = (index as f64 / last * CHART.0, CHART.1 - *place as f64 / latest * CHART.1);
        let _ = write!(dots, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>");
    }
    format!(
        "<h3>{}</h3><figure>{}<figcaption>{} {} · {}</figcaption></figure>",
        words.order,
        drawing(words.order, &dots),
        words.inversions,
        outcome.inversions,
        words.axes
    )
}

fn drawing(label: &str, content: &str) -> String {
    let (width, height) = (CHART.0 + 8.0, CHART.1 + 8.0);
    format!("<svg viewBox=\"-4 -4 {width} {height}\" role=\"img\" aria-label=\"{label}\">{content}</svg>")
}

/// The times of a bucket of waits.
fn wait(index: usize) -> String {
    if index + 1 == LAB_WAIT_BUCKETS {
        format!("≥ {} ms", 1_u64 << (index - 1))
    } else {
        format!("&lt; {} ms", 1_u64 << index)
    }
}
