import { useQuery } from "@tanstack/react-query"
import type { WhyAnswer, WhyRecord } from "../../../../contracts/discounts/answers"
import { takenOff } from "../../../lib/discounts/taken-off"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useTexts } from "../../../lib/use-texts"
import { AmountRow } from "../../ui/amount-row"
import { DetailDrawer } from "../../ui/detail-drawer"
import { ErrorPanel } from "../../ui/error-panel"
import { Section } from "../../ui/section"
import { OrderReasons } from "./order-reasons"

/** What came off an order, by discount; why is in the detail. An order that no discount was looked at for has no card. */
export function OrderDiscountsCard({ orderId }: { orderId: string }) {
  const { t } = useTexts("discounts")
  const query = useQuery({
    queryKey: [...queryKeys.why, orderId],
    queryFn: () => sdk.client.fetch<WhyAnswer>("/admin/discounts/why", { query: { order_id: orderId } }),
    staleTime: 0,
  })
  if (query.isError && !query.data) {
    return (
      <Section title={t("why.card")}>
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      </Section>
    )
  }
  const records = query.data?.records ?? []
  const [latest] = [...records].sort((a, b) => b.version - a.version)
  return latest ? <Card records={records} latest={latest} /> : null
}

function Card({ records, latest }: { records: WhyRecord[]; latest: WhyRecord }) {
  const { t } = useTexts("discounts")
  const { total, discounts } = takenOff(latest)
  const { currency_code: currency } = latest
  return (
    <Section
      title={t("why.card")}
      actions={
        <DetailDrawer label={t("why.title")} title={t("why.title")} hint={t("why.hint")}>
          <OrderReasons records={records} />
        </DetailDrawer>
      }
    >
      <div className="flex flex-col gap-y-1 px-6 py-4">
        {discounts.map(({ key, source, name, amount }) => (
          <AmountRow
            key={key}
            label={source === "personal" ? t("sources.personal") : name}
            amount={amount}
            currency={currency}
            isTakenOff
          />
        ))}
        <AmountRow strong label={t("why.taken_off")} amount={total} currency={currency} />
      </div>
    </Section>
  )
}
