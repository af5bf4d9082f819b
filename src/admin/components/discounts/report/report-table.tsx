import { Badge, Table, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { ReportRowAnswer } from "../../../../contracts/discounts/report"
import { compare, max, sum } from "../../../../rules/money"
import { useTexts } from "../../../lib/use-texts"
import { useFormat } from "../../../lib/use-format"
import { SimpleTable } from "../../ui/simple-table"

/** Use and revenue of each discount in one currency, the biggest first, each with its bar. */
export function ReportTable({ currency, rows }: { currency: string; rows: ReportRowAnswer[] }) {
  const { t } = useTexts("discounts")
  const format = useFormat()
  const most = rows.reduce((highest, row) => max(highest, row.discount_total), "0")
  const sorted = [...rows].sort((a, b) => compare(b.discount_total, a.discount_total))
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-6 py-3">
        <Text size="small" weight="plus">
          {currency.toUpperCase()}
        </Text>
        <Text size="small" className="text-ui-fg-subtle tabular-nums">
          {t("report.given", { amount: format.money(sum(rows.map((row) => row.discount_total)), currency) })}
        </Text>
      </div>
      <SimpleTable
        heads={[
          t("report.discount"),
          t("report.uses"),
          t("fields.quantity"),
          t("report.taken_off"),
          t("report.revenue"),
        ]}
      >
        {sorted.map((row) => (
          <Table.Row key={`${row.source}-${row.discount_id ?? ""}`}>
            <Table.Cell className="min-w-48 py-2">
              <span className="flex flex-wrap items-center gap-2">
                <ReportName row={row} />
                <Badge size="2xsmall">{t(`sources.${row.source}`)}</Badge>
              </span>
            </Table.Cell>
            <Table.Cell className="tabular-nums">{format.number(row.uses)}</Table.Cell>
            <Table.Cell className="tabular-nums">{format.number(Number(row.quantity))}</Table.Cell>
            <Table.Cell className="min-w-44">
              <span className="flex items-center gap-x-2">
                <span aria-hidden className="bg-ui-bg-component h-2 w-16 shrink-0 overflow-hidden rounded-full">
                  <span
                    className="bg-ui-tag-green-icon block h-full rounded-full"
                    style={{
                      width: `${compare(most, "0") > 0 ? (100 * Number(max(row.discount_total, "0"))) / Number(most) : 0}%`,
                    }}
                  />
                </span>
                <span className="whitespace-nowrap tabular-nums">{format.money(row.discount_total, currency)}</span>
              </span>
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap tabular-nums">{format.money(row.revenue, currency)}</Table.Cell>
          </Table.Row>
        ))}
      </SimpleTable>
    </div>
  )
}

/** A discount by the name that it had last; a link while it is there. */
function ReportName({ row }: { row: ReportRowAnswer }) {
  const { t } = useTexts("discounts")
  if (row.discount_id === null || row.source === "personal") {
    return <>{t("sources.personal")}</>
  }
  if (row.is_deleted) {
    return (
      <>
        <span className="break-words">{row.name}</span>
        <Badge size="2xsmall">{t("report.deleted")}</Badge>
      </>
    )
  }
  const room = row.source === "order" ? "orders" : "articles"
  return (
    <Link to={`/discounts/${room}/${row.discount_id}`} className="text-ui-fg-interactive break-words">
      {row.name}
    </Link>
  )
}
