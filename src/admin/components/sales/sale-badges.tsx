import { StatusBadge } from "@medusajs/ui"
import type { SalePaymentStatus, SaleStatus } from "../../../rules/sales"
import { PAYMENT_COLORS, SALE_COLORS } from "../../lib/sales/sale-colors"
import { useTexts } from "../../lib/use-texts"

export function SaleStatusBadge({ status }: { status: SaleStatus }) {
  const { t } = useTexts("sales")
  return (
    <StatusBadge color={SALE_COLORS[status]} className="w-fit whitespace-nowrap">
      {t(`statuses.${status}`)}
    </StatusBadge>
  )
}

export function SalePaymentBadge({ status }: { status: SalePaymentStatus }) {
  const { t } = useTexts("sales")
  return (
    <StatusBadge color={PAYMENT_COLORS[status]} className="w-fit whitespace-nowrap">
      {t(`payments.${status}`)}
    </StatusBadge>
  )
}
