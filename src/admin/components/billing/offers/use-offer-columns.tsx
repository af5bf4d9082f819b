import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { ListedOfferAnswer } from "../../../../contracts/billing/offers"
import { intervalName } from "../../../lib/billing/interval-name"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { OfferExceptions } from "./offer-exceptions"
import { VisibilityToggle } from "./visibility-toggle"

const helper = createDataTableColumnHelper<ListedOfferAnswer>()

/** The columns of the list of offers; hiding and showing is one click in its row. */
export function useOfferColumns() {
  const { t } = useTexts("billing")
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("product.title", {
        header: t("fields.product"),
        cell: ({ row }) => (
          <Link
            to={`/products/${row.original.product_id}`}
            className="text-ui-fg-base focus-visible:shadow-borders-focus rounded-sm outline-none"
            onClick={(event) => event.stopPropagation()}
          >
            {row.original.product.title}
          </Link>
        ),
      }),
      helper.display({
        id: "collection",
        header: t("fields.group"),
        cell: ({ row }) => row.original.product.collection?.title ?? "–",
      }),
      helper.display({
        id: "payment_type",
        header: t("fields.payment_type"),
        cell: ({ row }) => t(`payment_types.${row.original.payment_type}`),
      }),
      helper.display({
        id: "cycles",
        header: t("fields.cycles"),
        cell: ({ row }) =>
          row.original.cycles
            .flatMap((cycle) => (cycle.interval ? [intervalName(cycle.interval, t)] : []))
            .join(", ") || "–",
      }),
      helper.display({
        id: "visibility",
        header: t("fields.visibility"),
        cell: ({ row }) => (
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <VisibilityToggle
              offerId={row.original.id}
              hidden={row.original.hidden}
              title={row.original.product.title}
            />
            <OfferExceptions offer={row.original} />
          </span>
        ),
      }),
    ],
    [t, format],
  )
}
