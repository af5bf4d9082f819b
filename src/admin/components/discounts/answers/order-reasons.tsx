import { Badge, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { WhyAnswer, WhyRecord } from "../../../../contracts/discounts/answers"
import { useTexts } from "../../../lib/use-texts"
import { queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useFormat } from "../../../lib/use-format"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"
import { Section } from "../../ui/section"
import { PricedLine } from "./priced-line"

/** Why an order's lines have their prices: its discount record and those of its edits (D22). */
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
        {({ records }) =>
          records.length === 0 ? (
            <EmptyNote title={t("why.none")} hint={t("why.none_hint")} />
          ) : (
            [...records]
              .sort((a, b) => b.version - a.version)
              .map((record) => (
                <RecordReasons key={record.version} record={record} isLatest={record === latestOf(records)} />
              ))
          )
        }
      </Loaded>
    </Section>
  )
}

const latestOf = (records: WhyRecord[]) =>
  records.reduce((latest, record) => (record.version > latest.version ? record : latest))

function RecordReasons({ record, isLatest }: { record: WhyRecord; isLatest: boolean }) {
  const { t } = useTexts("discounts")
  const format = useFormat()
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-6 pt-4">
        <Text size="small" className="text-ui-fg-subtle">
          {[
            format.date(record.as_of),
            t(`channels.${record.channel}`),
            t("trace.order_value", { value: format.money(record.order_value, record.currency_code) }),
          ].join(" · ")}
        </Text>
        {record.version > 1 && <Badge size="2xsmall">{t("why.version", { number: record.version })}</Badge>}
        {!isLatest && <Badge size="2xsmall">{t("why.earlier")}</Badge>}
      </div>
      <ul className="divide-y">
        {record.lines.map((line) => (
          <PricedLine key={line.line_id} line={line} steps={line.steps} currency={record.currency_code} />
        ))}
      </ul>
    </div>
  )
}
