import { NAMESPACE } from "../lib/namespace"
import en from "./en.json"
import fr from "./fr.json"

/** Merged into the dashboard's own resources; other languages fall back to English. */
export default {
  en: { [NAMESPACE]: en },
  fr: { [NAMESPACE]: fr },
}
