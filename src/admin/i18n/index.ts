import { NAMESPACE } from "../lib/namespace"
import discountsEn from "./discounts.en.json"
import discountsFr from "./discounts.fr.json"
import en from "./en.json"
import fr from "./fr.json"

/** Merged into the dashboard's own resources; other languages fall back to English. */
export default {
  en: { [NAMESPACE]: { ...en, discounts: discountsEn } },
  fr: { [NAMESPACE]: { ...fr, discounts: discountsFr } },
}
