import { Badge, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { WhyAnswer, WhySale } from "../../../../contracts/discounts/answers"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useFormat } from "../../../lib/use-format"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { PricedLine } from "./priced-line"

/** Why an order's prices are what they are, as it was found at its sale and at each edit since (D22). */
export function OrderReasons({ orderId }: { orderId: string }) {
  const { t } = useTexts("discounts")
  const query = useQuery({
    queryKey: [...queryKeys.why, orderId],
    queryFn: () => sdk.client.fetch<WhyAnswer>("/admin/discounts/why", { query: { order_id: orderId } }),
    staleTime: 0,
  })
  return (
    <Section title={t("why.title")} hint={t("why.hint")}>
      <Loaded query={query}>
        {({ sales }) =>
          sales.length === 0 ? (
            <EmptyNote title={t("why.none")} hint={t("why.none_hint")} />
          ) : (
            [...sales]
              .sort((a, b) => b.version - a.version)
              .map((sale) => <SaleReasons key={sale.version} sale={sale} isLatest={sale === latestOf(sales)} />)
          )
        }
      </Loaded>
    </Section>
  )
}

const latestOf = (sales: WhySale[]) => sales.reduce((latest, sale) => (sale.version > latest.version ? sale : latest))

function SaleReasons({ sale, isLatest }: { sale: WhySale; isLatest: boolean }) {
  const { t } = useTexts("discounts")
  const format = useFormat()
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-6 pt-4">
        <Text size="small" className="text-ui-fg-subtle">
          {[
            format.date(sale.as_of),
            t(`channels.${sale.channel}`),
            t("trace.order_value", { value: format.money(sale.order_value, sale.currency_code) }),
          ].join(" · ")}
        </Text>
        {sale.version > 1 && <Badge size="2xsmall">{t("why.version", { number: sale.version })}</Badge>}
        {!isLatest && <Badge size="2xsmall">{t("why.earlier")}</Badge>}
      </div>
      <ul className="divide-y">
        {sale.lines.map((line) => (
          <PricedLine key={line.line_id} line={line} currency={sale.currency_code} />
        ))}
      </ul>
    </div>
  )
}
