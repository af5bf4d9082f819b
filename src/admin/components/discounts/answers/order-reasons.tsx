import { Badge, Text } from "@medusajs/ui"
import type { WhyRecord } from "../../../../contracts/discounts/answers"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { PricedLine } from "./priced-line"

/** Why an order's lines have their prices: its discount record and those of its edits, the latest first (D22). */
export function OrderReasons({ records }: { records: WhyRecord[] }) {
  const latestFirst = [...records].sort((a, b) => b.version - a.version)
  return (
    <div className="divide-y">
      {latestFirst.map((record, place) => (
        <RecordReasons key={record.version} record={record} isLatest={place === 0} />
      ))}
    </div>
  )
}

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
