import { Badge, Table, Text } from "@medusajs/ui"
import type { ImportAnswer } from "../../../../contracts/customers/imports"
import { CUSTOMER_COLUMNS } from "../../../../rules/customers/imports/customer-columns"
import { useCustomerProblemWords } from "../../../lib/customers/use-customer-problem-words"
import { useTexts } from "../../../lib/use-texts"
import { RowProblems } from "../../ui/imports/row-problems"
import { SimpleTable } from "../../ui/simple-table"

const KIND_COLORS = { create: "green", update: "blue", unchanged: "grey" } as const

/** What an import would do, or what is wrong with which row. */
export function ImportPreview({ planned }: { planned: ImportAnswer }) {
  return planned.problem_count > 0 ? <Problems planned={planned} /> : <Rows planned={planned} />
}

function Problems({ planned }: { planned: ImportAnswer }) {
  const { t } = useTexts("customers")
  const inWords = useCustomerProblemWords()
  const nameOf = (field: string): string | null =>
    CUSTOMER_COLUMNS.some((column) => column === field) ? t(`profile_fields.${field}`) : null
  return <RowProblems problems={planned.problems} count={planned.problem_count} nameOf={nameOf} inWords={inWords} />
}

function Rows({ planned }: { planned: ImportAnswer }) {
  const { t } = useTexts("customers")
  const total = planned.created_count + planned.updated_count + planned.unchanged_count
  const counts = [
    { kind: "create", count: planned.created_count },
    { kind: "update", count: planned.updated_count },
    { kind: "unchanged", count: planned.unchanged_count },
  ] as const
  return (
    <div>
      <div className="flex flex-wrap gap-2 px-6 py-3" role="status">
        {counts.map(({ kind, count }) => (
          <Badge key={kind} size="small" color={KIND_COLORS[kind]}>
            {t(`import.counts.${kind}`, { count })}
          </Badge>
        ))}
      </div>
      <SimpleTable heads={[t("files.row"), t("profile_fields.name"), ""]}>
        {planned.rows.map((row) => (
          <Table.Row key={row.row}>
            <Table.Cell className="tabular-nums">{row.row}</Table.Cell>
            <Table.Cell className="whitespace-normal break-words">{row.name}</Table.Cell>
            <Table.Cell>
              <Badge size="2xsmall" color={KIND_COLORS[row.kind]}>
                {t(`import.kinds.${row.kind}`)}
              </Badge>
            </Table.Cell>
          </Table.Row>
        ))}
      </SimpleTable>
      {total > planned.rows.length && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("import.more_rows", { count: total - planned.rows.length })}
        </Text>
      )}
    </div>
  )
}
