import type { OfferListAnswer } from "../../../../contracts/billing/offers"
import { queryKeys } from "../../query-keys"
import { useList } from "../../use-list"
import { useTexts } from "../../use-texts"
import { intervalName } from "../interval-name"

/** As many offers as one page has. */
const MOST = 100

/** The recurring cycles that are sold in a currency, by product and interval. */
export function useOfferedCycles(currency: string) {
  const { t } = useTexts("billing")
  const list = useList<OfferListAnswer>(queryKeys.offers, "billing/offers", { limit: MOST })
  const cycles = (list.data?.offers ?? []).flatMap(({ payment_type, product, cycles: all }) =>
    payment_type === "recurring"
      ? all.flatMap(({ id, interval, enabled }) =>
          interval && enabled[currency]
            ? [{ value: id, label: `${product.title} · ${intervalName(interval, t)}` }]
            : [],
        )
      : [],
  )
  return { ...list, cycles }
}
