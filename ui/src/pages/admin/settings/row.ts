// The layout of a setting: name and explanation at the left, its field at the right.
import classes from "./settings.module.css";

export const ROW = { root: classes.row, label: classes.label, description: classes.hint, wrapper: classes.field, error: classes.error };

/** The same for a field that is much taller than its explanation. */
export const TALL = { ...ROW, root: `${classes.row} ${classes.tall}` };

/** The same for a switch. */
export const TOGGLE = { root: classes.toggle, body: classes.toggleBody, input: classes.toggleBox, track: classes.toggleTrack, labelWrapper: classes.toggleWords, label: `${classes.label} ${classes.flush}`, description: `${classes.hint} ${classes.flush}` };
