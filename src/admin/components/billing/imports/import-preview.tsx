import { Badge, Table, Text } from "@medusajs/ui"
import type { SubscriptionsImportAnswer } from "../../../../contracts/billing/imports"
import { useImportProblemWords } from "../../../lib/billing/imports/use-import-problem-words"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { RowProblems } from "../../ui/imports/row-problems"
import { SimpleTable } from "../../ui/simple-table"

interface Planned {
  planned: SubscriptionsImportAnswer
}

/** What moving in would do, with the file's sums beside ours; or what is wrong with which row. Columns are called as in the file. */
export function ImportPreview({ planned }: Planned) {
  const inWords = useImportProblemWords()
  if (planned.problem_count > 0) {
    const { problems, problem_count } = planned
    return <RowProblems problems={problems} count={problem_count} nameOf={() => null} inWords={inWords} />
  }
  return (
    <div>
      <Counts planned={planned} />
      {planned.created_count > 0 && (
        <>
          <Sums planned={planned} />
          <Rows planned={planned} />
        </>
      )}
    </div>
  )
}

function Counts({ planned }: Planned) {
  const { t } = useTexts("billing")
  const counts = [
    { name: "created", count: planned.created_count, color: "green" },
    { name: "new_customers", count: planned.new_customer_count, color: "blue" },
    { name: "unchanged", count: planned.unchanged_count, color: "grey" },
    { name: "left_out", count: planned.left_out_count, color: "grey" },
  ] as const
  return (
    <div className="flex flex-wrap gap-2 px-6 py-3" role="status">
      {counts.map(({ name, count, color }) => (
        <Badge key={name} size="small" color={color}>
          {t(`move_in.counts.${name}`, { count })}
        </Badge>
      ))}
    </div>
  )
}

function Equality({ isEqual }: { isEqual: boolean }) {
  const { t } = useTexts("billing")
  return (
    <Badge size="2xsmall" color={isEqual ? "green" : "red"}>
      {t(isEqual ? "move_in.equal" : "move_in.different")}
    </Badge>
  )
}

function Sums({ planned }: Planned) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <>
      <Text size="small" weight="plus" className="px-6 py-3">
        {t("move_in.sums")}
      </Text>
      <SimpleTable heads={[t("move_in.mrr"), t("move_in.of_file"), t("move_in.of_ours"), ""]}>
        {planned.currencies.map((sum) => (
          <Table.Row key={sum.currency_code}>
            <Table.Cell>{sum.currency_code.toUpperCase()}</Table.Cell>
            <Table.Cell className="tabular-nums">{format.money(sum.file_mrr, sum.currency_code)}</Table.Cell>
            <Table.Cell className="tabular-nums">{format.money(sum.mrr, sum.currency_code)}</Table.Cell>
            <Table.Cell>
              <Equality isEqual={sum.file_mrr === sum.mrr && sum.file_count === sum.count} />
            </Table.Cell>
          </Table.Row>
        ))}
      </SimpleTable>
      <Text size="small" weight="plus" className="px-6 py-3">
        {t("move_in.months")}
      </Text>
      <SimpleTable
        heads={[
          t("move_in.month"),
          t("move_in.subscriptions"),
          t("move_in.amount_of_file"),
          t("move_in.amount_of_ours"),
          "",
        ]}
      >
        {planned.months.map((sum) => (
          <Table.Row key={`${sum.month} ${sum.currency_code}`}>
            <Table.Cell className="tabular-nums">{sum.month}</Table.Cell>
            <Table.Cell className="tabular-nums">{format.number(sum.count)}</Table.Cell>
            <Table.Cell className="tabular-nums">{format.money(sum.file_amount, sum.currency_code)}</Table.Cell>
            <Table.Cell className="tabular-nums">{format.money(sum.amount, sum.currency_code)}</Table.Cell>
            <Table.Cell>
              <Equality isEqual={sum.file_amount === sum.amount && sum.file_count === sum.count} />
            </Table.Cell>
          </Table.Row>
        ))}
      </SimpleTable>
    </>
  )
}

function Rows({ planned }: Planned) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <>
      <SimpleTable
        heads={[
          t("files.row"),
          t("fields.customer"),
          t("move_in.product"),
          t("fields.quantity"),
          t("fields.unit_price"),
          t("move_in.next_on"),
        ]}
      >
        {planned.rows.map((row) => (
          <Table.Row key={row.row}>
            <Table.Cell className="tabular-nums">{row.row}</Table.Cell>
            <Table.Cell className="break-all whitespace-normal">{row.email ?? "–"}</Table.Cell>
            <Table.Cell className="whitespace-normal">{row.title}</Table.Cell>
            <Table.Cell className="tabular-nums">{row.quantity}</Table.Cell>
            <Table.Cell className="tabular-nums">{format.money(row.unit_price, row.currency_code)}</Table.Cell>
            <Table.Cell className="whitespace-nowrap">{row.next_on ? format.date(row.next_on) : "–"}</Table.Cell>
          </Table.Row>
        ))}
      </SimpleTable>
      {planned.created_count > planned.rows.length && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("move_in.more_rows", { count: planned.created_count - planned.rows.length })}
        </Text>
      )}
    </>
  )
}
