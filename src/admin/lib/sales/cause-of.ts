import type { SaleEventAnswer } from "../../../contracts/sales/sales"

/** What people do with a sale themselves, with a reason in their own words. */
const OF_PEOPLE: ReadonlySet<SaleEventAnswer["kind"]> = new Set(["held", "released", "stopped", "erased"])
/** A customer who was erased everywhere: nobody has written a reason. */
const ERASED = "customer_erased"
const WORD = /^[a-z_]+$/

/** The machine's own reason, which has a text; null: there is none, or it is shown as somebody wrote it. */
export const causeOf = ({ kind, reason }: Pick<SaleEventAnswer, "kind" | "reason">): string | null =>
  reason !== null && WORD.test(reason) && (reason === ERASED || !OF_PEOPLE.has(kind)) ? reason : null
