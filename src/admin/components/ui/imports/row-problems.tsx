import { Table, Text } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import { SimpleTable } from "../simple-table"

interface RowProblemsProps {
  /** The first of them. */
  problems: { row: number; field: string; reason: string }[]
  count: number
  /** What a column is called; null: it is none. */
  nameOf: (column: string) => string | null
  inWords: (reason: string) => string
}

const PLACES = ["header", "file", "row"] as const

/** What is wrong with which row of a file. */
export function RowProblems({ problems, count, nameOf, inWords }: RowProblemsProps) {
  const { t } = useTexts("ui")
  const placeOf = (field: string): string => {
    const place = PLACES.find((one) => one === field)
    return nameOf(field) ?? (place ? t(`files.places.${place}`) : field)
  }
  return (
    <div role="alert">
      <Text size="small" weight="plus" className="text-ui-fg-error px-6 py-3">
        {t("files.problems", { count })}
      </Text>
      <SimpleTable heads={[t("files.row"), t("files.field"), t("files.reason")]}>
        {problems.map((problem) => (
          <Table.Row key={`${problem.row} ${problem.field} ${problem.reason}`}>
            <Table.Cell className="tabular-nums">{problem.row}</Table.Cell>
            <Table.Cell>{placeOf(problem.field)}</Table.Cell>
            <Table.Cell className="whitespace-normal">{inWords(problem.reason)}</Table.Cell>
          </Table.Row>
        ))}
      </SimpleTable>
      {count > problems.length && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("files.more_problems", { count: count - problems.length })}
        </Text>
      )}
    </div>
  )
}
