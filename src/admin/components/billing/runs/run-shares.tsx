import { Table } from "@medusajs/ui"
import { useTexts } from "../../../lib/use-texts"
import type { RunDetailAnswer } from "../../../../contracts/billing/runs"
import { useFormat } from "../../../lib/use-format"
import { EmptyNote } from "../../ui/empty-note"
import { FieldRow } from "../../ui/field-row"
import { Section } from "../../ui/section"
import { SimpleTable } from "../../ui/simple-table"

/** When a run was worked on, and how the workers shared it among them. */
export function RunShares({ run }: { run: RunDetailAnswer }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const shares = run.shares
  const all = shares.reduce((total, share) => total + share.subscriptions, 0)
  const percentOf = (subscriptions: number) => (all === 0 ? 0 : (100 * subscriptions) / all)

  return (
    <Section title={t("runs.shares")} hint={t("runs.shares_hint")}>
      <FieldRow label={t("runs.requested")}>{format.instant(run.created_at)}</FieldRow>
      <FieldRow label={t("runs.began")}>{run.started_at ? format.instant(run.started_at) : "–"}</FieldRow>
      <FieldRow label={t("runs.finished")}>{run.finished_at ? format.instant(run.finished_at) : "–"}</FieldRow>
      {shares.length === 0 ? (
        <EmptyNote title={t("runs.no_shares")} />
      ) : (
        <SimpleTable heads={[t("runs.subscriptions"), t("runs.share"), t("runs.last_seen"), t("runs.worker")]}>
          {shares.map((share) => (
            <Table.Row key={share.id}>
              <Table.Cell className="tabular-nums">{format.number(share.subscriptions)}</Table.Cell>
              <Table.Cell>
                <div className="flex items-center gap-x-2">
                  <div aria-hidden className="bg-ui-bg-component h-1.5 w-24 overflow-hidden rounded-full">
                    <div
                      className="bg-ui-tag-blue-icon h-full"
                      style={{ width: `${percentOf(share.subscriptions)}%` }}
                    />
                  </div>
                  {format.percent(percentOf(share.subscriptions))}
                </div>
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap">{format.instant(share.last_seen_at)}</Table.Cell>
              <Table.Cell className="whitespace-nowrap font-mono">{share.worker}</Table.Cell>
            </Table.Row>
          ))}
        </SimpleTable>
      )}
    </Section>
  )
}
