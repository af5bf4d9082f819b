import { Badge, Heading, Table } from "@medusajs/ui"
import type { PickEntryAnswer, PickListAnswer, PickTotalAnswer } from "../../../../contracts/packages/pick-list"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { SimpleTable } from "../../ui/simple-table"

/** All that an order consists of, to the last level: summed, by package, and what stands alone (P14). */
export function PickListTables({ list }: { list: PickListAnswer }) {
  const { t } = useTexts("packages")
  return (
    <div className="flex flex-col divide-y">
      <Part title={t("picking.totals")}>
        {list.totals.map((total) => (
          <Table.Row key={total.variant_id ?? total.title}>
            <Table.Cell className="py-2">{total.title}</Table.Cell>
            <Table.Cell className="text-ui-fg-subtle">{total.sku}</Table.Cell>
            <Quantities of={total} />
          </Table.Row>
        ))}
      </Part>
      {list.packages.map((one) => (
        <Part key={one.package.line_id} title={`${one.package.quantity} × ${one.package.title}`}>
          {one.lines.map((entry) => (
            <EntryRow key={entry.line_id} entry={entry} />
          ))}
        </Part>
      ))}
      {list.articles.length > 0 && list.packages.length > 0 && (
        <Part title={t("picking.articles")}>
          {list.articles.map((entry) => (
            <EntryRow key={entry.line_id} entry={entry} />
          ))}
        </Part>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  const { t } = useTexts("packages")
  return (
    <section className="break-inside-avoid">
      <Heading level="h3" className="px-6 py-3">
        {title}
      </Heading>
      <SimpleTable
        heads={[
          t("picking.article"),
          t("picking.sku"),
          t("picking.quantity"),
          t("picking.fulfilled"),
          t("picking.returned"),
          t("picking.to_fulfil"),
        ]}
      >
        {children}
      </SimpleTable>
    </section>
  )
}

function EntryRow({ entry }: { entry: PickEntryAnswer }) {
  const { t } = useTexts("packages")
  const format = useFormat()
  return (
    <Table.Row>
      <Table.Cell className="py-2">
        <span className="block" style={{ paddingLeft: `${Math.max(0, entry.depth - 1) * 16}px` }}>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {entry.title}
            {entry.role === "accessory" && <Badge size="2xsmall">{t("picking.accessory")}</Badge>}
            {entry.is_hidden && (
              <Badge size="2xsmall" color="purple">
                {t("picking.hidden")}
              </Badge>
            )}
          </span>
          {entry.period && (
            <span className="txt-xsmall text-ui-fg-subtle block">
              {t("picking.period", {
                from: format.instant(entry.period.from),
                to: format.instant(entry.period.to),
              })}
            </span>
          )}
        </span>
      </Table.Cell>
      <Table.Cell className="text-ui-fg-subtle">{entry.sku}</Table.Cell>
      <Quantities of={entry} />
    </Table.Row>
  )
}

type OfQuantities = Pick<PickTotalAnswer, "quantity" | "fulfilled" | "returned" | "to_fulfil">

function Quantities({ of }: { of: OfQuantities }) {
  const format = useFormat()
  const shown = [of.quantity, of.fulfilled, of.returned]
  return (
    <>
      {shown.map((quantity, column) => (
        <Table.Cell key={column} className="tabular-nums">
          {format.number(Number(quantity))}
        </Table.Cell>
      ))}
      <Table.Cell className="txt-compact-small-plus tabular-nums">{format.number(Number(of.to_fulfil))}</Table.Cell>
    </>
  )
}
