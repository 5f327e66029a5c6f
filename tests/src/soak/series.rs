//! A straight line through measured points, by least squares.

/// A line: value = `level` + `slope` × seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// The value at second 0.
    pub level: f64,
    /// What is added each second.
    pub slope: f64,
}

/// The line through points of seconds and values; level for fewer than two different moments.
#[must_use]
pub fn fit(points: &[(f64, f64)]) -> Line {
    let count = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count.max(1.0);
    let (mean_time, mean_value) = (mean(|point| point.0), mean(|point| point.1));
    let (mut both, mut squares) = (0.0, 0.0);
    for (time, value) in points {
        both += (time - mean_time) * (value - mean_value);
        squares += (time - mean_time).powi(2);
    }
    let slope = if squares > 0.0 { both / squares } else { 0.0 };
    Line { level: mean_value - slope * mean_time, slope }
}
