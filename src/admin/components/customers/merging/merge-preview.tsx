import { Table, Text } from "@medusajs/ui"
import type { MergePreviewAnswer } from "../../../../contracts/customers/merging"
import { useTexts } from "../../../lib/use-texts"
import { SimpleTable } from "../../ui/simple-table"

/** What moves, what is filled in, what differs, and which log-in stays. */
export function MergePreview({ preview }: { preview: MergePreviewAnswer }) {
  const { t } = useTexts("customers")
  const { moves } = preview
  const counted = [
    ["merge.notes", moves.notes],
    ["merge.follow_ups", moves.follow_ups],
    ["merge.time_line", moves.time_line_entries + moves.temperature_changes],
    ["merge.links", preview.revoked_links],
  ] as const
  const lines = [
    ...counted.flatMap(([key, count]) => (count > 0 ? [t(key, { count })] : [])),
    preview.log_in_stays
      ? t("merge.log_in", { email: preview.log_in_stays.email ?? preview.log_in_stays.id })
      : t("merge.no_log_in"),
  ]
  return (
    <>
      <ul className="txt-small list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {preview.filled.length > 0 && (
        <div>
          <Text size="small" weight="plus">
            {t("merge.filled")}
          </Text>
          <ul className="txt-small">
            {preview.filled.map(({ field, value }) => (
              <li key={field} className="break-words">
                {t(`profile_fields.${field}`)}: {value}
              </li>
            ))}
          </ul>
        </div>
      )}
      {preview.differing.length > 0 && (
        <div>
          <Text size="small" weight="plus">
            {t("merge.differing")}
          </Text>
          <SimpleTable heads={["", t("merge.kept"), t("merge.noted")]}>
            {preview.differing.map(({ field, kept, noted }) => (
              <Table.Row key={field}>
                <Table.Cell>{t(`profile_fields.${field}`)}</Table.Cell>
                <Table.Cell className="whitespace-normal break-words">{shown(field, kept, t)}</Table.Cell>
                <Table.Cell className="whitespace-normal break-words">{shown(field, noted, t)}</Table.Cell>
              </Table.Row>
            ))}
          </SimpleTable>
        </div>
      )}
    </>
  )
}

const shown = (field: string, value: string, t: (key: string) => string): string =>
  field === "temperature" ? t(`temperatures.${value}`) : field === "language" ? t(`languages.${value}`) : value
