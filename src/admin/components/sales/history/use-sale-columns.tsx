import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import type { SaleAnswer } from "../../../../contracts/sales/sales"
import { isPositive } from "../../../../rules/money"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { SalePaymentBadge, SaleStatusBadge } from "../sale-badges"

const helper = createDataTableColumnHelper<SaleAnswer>()
const LINK = "text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"

/** The columns of the sales history. */
export function useSaleColumns() {
  const { t } = useTexts("sales")
  const format = useFormat()
  return useMemo(
    () => [
      helper.display({
        id: "number",
        header: t("fields.number"),
        cell: ({ row: { original } }) => (
          <Link className={LINK} to={`/sales/${original.id}`}>
            #{original.display_id}
          </Link>
        ),
      }),
      helper.accessor("sold_on", { header: t("fields.sold_on"), cell: ({ getValue }) => format.date(getValue()) }),
      helper.display({
        id: "customer",
        header: t("fields.customer"),
        cell: ({ row: { original } }) =>
          original.customer_name ?? (original.personal_state ? t(`personal.${original.personal_state}_short`) : "–"),
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <SaleStatusBadge status={getValue()} />,
      }),
      helper.accessor("payment_status", {
        header: t("fields.payment"),
        cell: ({ getValue }) => <SalePaymentBadge status={getValue()} />,
      }),
      helper.accessor("types", {
        header: t("fields.type"),
        cell: ({ getValue }) =>
          getValue()
            .map((type) => t(`types.${type}`))
            .join(", "),
      }),
      helper.accessor("total", {
        header: t("fields.total"),
        align: "right",
        cell: ({ row: { original } }) => format.money(original.total, original.currency_code),
      }),
      helper.display({
        id: "refunded",
        header: t("fields.refunded"),
        cell: ({ row: { original } }) =>
          isPositive(original.refunded) ? `−${format.money(original.refunded, original.currency_code)}` : "–",
      }),
    ],
    [t, format],
  )
}
