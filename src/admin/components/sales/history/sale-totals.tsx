import { InlineTip, Text } from "@medusajs/ui"
import type { SaleTotalsAnswer } from "../../../../contracts/sales/sales"
import { isPositive } from "../../../../rules/money"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"

/** What all that is filtered comes to, by currency, and a warning where a search finds more customers than are searched by. */
export function SaleTotals({ totals, isCut }: { totals: readonly SaleTotalsAnswer[]; isCut: boolean }) {
  const { t } = useTexts("sales")
  return (
    <>
      {isCut && (
        <InlineTip variant="warning" label={t("totals.cut_title")} className="mx-6 mt-4">
          {t("totals.cut")}
        </InlineTip>
      )}
      {totals.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("totals.none")}
        </Text>
      ) : (
        <Totals totals={totals} />
      )}
    </>
  )
}

/** Refunds are taken off on their own day. */
function Totals({ totals }: { totals: readonly SaleTotalsAnswer[] }) {
  const { t } = useTexts("sales")
  const format = useFormat()
  return (
    <dl
      className="grid grid-cols-1 gap-x-8 gap-y-4 px-6 py-4 sm:grid-cols-2 xl:grid-cols-4"
      aria-label={t("totals.title")}
    >
      {totals.map(({ currency_code, sold, refunded, net }) => (
        <div key={currency_code}>
          <dt className="txt-small text-ui-fg-subtle">
            {t("totals.net")} · {currency_code.toUpperCase()}
          </dt>
          <dd className="font-sans text-xl font-medium tabular-nums">{format.money(net, currency_code)}</dd>
          <dd className="txt-small text-ui-fg-subtle tabular-nums">
            {isPositive(refunded)
              ? t("totals.less", {
                  sold: format.money(sold, currency_code),
                  refunded: format.money(refunded, currency_code),
                })
              : t("totals.no_refunds")}
          </dd>
        </div>
      ))}
    </dl>
  )
}
