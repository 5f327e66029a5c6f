// Makes every key of every text known to the compiler.
import "i18next";
import type { adminKo } from "./admin/texts";
import type { demoKo } from "./demo/texts";
import type { restockKo } from "@/features/restock/texts";
import type { recoveryKo } from "@/pages/recovery/texts";
import type { returnsKo } from "@/features/returns/texts";
import type { ko } from "./texts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof ko & typeof adminKo & typeof demoKo & typeof recoveryKo & typeof restockKo & typeof returnsKo;
    returnNull: false;
  }
}
