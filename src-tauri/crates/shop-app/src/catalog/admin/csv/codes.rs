//! The codes that a table states, compared with each other and with the shop: each is borne by one product or option.

use std::collections::HashSet;

use shop_domain::catalog::{CodeKind, Codes};
use shop_store::product::{Holder, NewProduct, in_use};
use shop_store::{Db, StoreResult};

use super::column::{Column, OptionLine};
use super::fault::Bad;
use super::plan::{OptionPlan, Plan};
use shop_contract::{CsvFault, CsvReason};

/// The new codes of the lines so far. Codes that a product has already are not claimed: whatever takes one of them is
/// refused because of the shop.
#[derive(Default)]
pub(super) struct Claims(HashSet<(CodeKind, String)>);

impl Claims {
    /// Claims the codes of a new product and of its options.
    pub(super) fn new_product(&mut self, db: &Db, line: i64, new: &NewProduct) -> StoreResult<Vec<CsvFault>> {
        let mut faults = self.claim(db, line, None, (&Codes::default(), &new.codes))?;
        for option in &new.options {
            faults.extend(self.claim(db, line, None, (&Codes::default(), &option.codes))?);
        }
        Ok(faults)
    }

    /// Claims the codes that a plan changes.
    pub(super) fn plan(
        &mut self,
        db: &Db,
        line: i64,
        plan: &Plan,
        options: &[OptionLine],
    ) -> StoreResult<Vec<CsvFault>> {
        let product_id = plan.row.id;
        let mut faults = Vec::new();
        if let Some(edit) = &plan.edit {
            let holder = Holder { product_id, option_id: None };
            faults.extend(self.claim(db, line, Some(holder), (&plan.row.codes, &edit.codes))?);
        }
        let line_of = |name: &str| options.iter().find(|option| option.name == name).map_or(line, |option| option.line);
        for option in &plan.options {
            let (name, holder, after) = match option {
                OptionPlan::Add(new) => (&new.name, None, &new.codes),
                OptionPlan::Edit(id, edit) => {
                    (&edit.name, Some(Holder { product_id, option_id: Some(*id) }), &edit.codes)
                }
            };
            let row = holder.and_then(|holder| plan.row.options.iter().find(|row| Some(row.id) == holder.option_id));
            let before = row.map(|row| row.codes.clone()).unwrap_or_default();
            faults.extend(self.claim(db, line_of(name), holder, (&before, after))?);
        }
        Ok(faults)
    }

    fn claim(
        &mut self,
        db: &Db,
        line: i64,
        holder: Option<Holder>,
        (before, after): (&Codes, &Codes),
    ) -> StoreResult<Vec<CsvFault>> {
        let mut faults = Vec::new();
        for kind in CodeKind::ALL {
            let Some(code) = after.of(*kind).filter(|code| before.of(*kind) != Some(*code)) else { continue };
            let is_other = in_use(db, *kind, code)?.is_some_and(|taken| Some(taken.row.holder) != holder);
            if !self.0.insert((*kind, code.to_ascii_lowercase())) || is_other {
                faults.push(Bad::of(Column::of_code(*kind).as_str(), CsvReason::CodeTaken).at(line));
            }
        }
        Ok(faults)
    }
}
