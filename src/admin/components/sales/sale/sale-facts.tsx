import { Link } from "react-router-dom"
import type { SaleDetailAnswer } from "../../../../contracts/sales/sales"
import { isPositive } from "../../../../rules/money"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { LinkButton } from "../../ui/link-button"
import { Section } from "../../ui/section"
import { SalePaymentBadge, SaleStatusBadge } from "../sale-badges"
import { ChangeSaleDrawer } from "./change-sale-drawer"

const LINK = "text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"

/** Where a sale stands, and what can be done with it. */
export function SaleFacts({ sale }: { sale: SaleDetailAnswer }) {
  const { t } = useTexts("sales")
  const format = useFormat()
  const money = (amount: string) => format.money(amount, sale.currency_code)
  return (
    <Section
      level="h1"
      title={
        <>
          {t("one", { number: sale.display_id })}
          <SaleStatusBadge status={sale.status} />
        </>
      }
      hint={t(`status_hints.${sale.status}`)}
      actions={
        <>
          <LinkButton to={`/orders/${sale.order_id}`}>{t("to_order")}</LinkButton>
          {sale.changes.map((change) => (
            <ChangeSaleDrawer key={change} sale={sale} change={change} />
          ))}
        </>
      }
    >
      <FieldRow label={t("fields.sold_on")}>{format.date(sale.sold_on)}</FieldRow>
      <FieldRow label={t("fields.customer")}>
        {sale.customer_id ? (
          <Link className={LINK} to={`/customers/${sale.customer_id}`}>
            {sale.customer_name ?? t("customer_page")}
          </Link>
        ) : (
          (sale.customer_name ?? "–")
        )}
        {sale.personal_state && (
          <div className="txt-small text-ui-fg-subtle">{t(`personal.${sale.personal_state}`)}</div>
        )}
      </FieldRow>
      <FieldRow label={t("fields.payment")}>
        <SalePaymentBadge status={sale.payment_status} />
      </FieldRow>
      <FieldRow label={t("fields.total")}>{money(sale.total)}</FieldRow>
      <FieldRow label={t("fields.counted")}>
        {money(sale.net)}
        <div className="txt-small text-ui-fg-subtle">
          {sale.is_effective
            ? isPositive(sale.refunded)
              ? t("totals.less", { sold: money(sale.received), refunded: money(sale.refunded) })
              : t("totals.no_refunds")
            : t("not_counted")}
        </div>
      </FieldRow>
      {sale.status !== "canceled" && (
        <FieldRow label={t("fields.cancelable")}>{t(sale.is_cancelable ? "cancelable.yes" : "cancelable.no")}</FieldRow>
      )}
    </Section>
  )
}
