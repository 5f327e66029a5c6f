// The first stop of the Tab key: a link past the menus to the page.
import { useTranslation } from "react-i18next";
import classes from "./SkipLink.module.css";

export function SkipLink() {
  const { t } = useTranslation("shell");
  return (
    <button type="button" className={classes.skip} onClick={focusMain} data-chrome>
      {t("skipToContent")}
    </button>
  );
}

/** A link to #main would be taken for an address by the hash router, hence a button. */
function focusMain(): void {
  document.getElementById("main")?.focus();
}
