import { Badge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import type { SaleDetailAnswer, SaleSnapshotAnswer } from "../../../../contracts/sales/sales"
import { isPositive, sum } from "../../../../rules/money"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { AmountRow } from "../../ui/amount-row"
import { EmptyNote } from "../../ui/empty-note"
import { Choice } from "../../ui/forms/choice"
import { Section } from "../../ui/section"
import { SimpleTable } from "../../ui/simple-table"

/** What was sold, as it was then; where the order was changed, each time. */
export function SaleSnapshots({ sale }: { sale: SaleDetailAnswer }) {
  const { t } = useTexts("sales")
  const numbers = sale.snapshots.map(({ number }) => String(number))
  const [chosen, setChosen] = useState(numbers[0] ?? "")
  const snapshot = sale.snapshots.find(({ number }) => String(number) === chosen) ?? sale.snapshots[0]
  return (
    <Section
      title={t("snapshot.title")}
      hint={t("snapshot.hint")}
      actions={
        numbers.length > 1 && (
          <Choice
            size="small"
            label={t("snapshot.which")}
            value={chosen}
            onChange={setChosen}
            options={numbers.map((value, index) => ({
              value,
              label: index === 0 ? t("snapshot.first") : t("snapshot.changed", { number: value }),
            }))}
          />
        )
      }
    >
      {snapshot ? (
        <SnapshotLines snapshot={snapshot} currency={sale.currency_code} />
      ) : (
        <EmptyNote title={t("snapshot.unreadable")} hint={t("snapshot.unreadable_hint")} />
      )}
    </Section>
  )
}

function SnapshotLines({ snapshot, currency }: { snapshot: SaleSnapshotAnswer; currency: string }) {
  const { t } = useTexts("sales")
  const format = useFormat()
  return (
    <div>
      <SimpleTable
        heads={[t("fields.article"), t("fields.count"), t("fields.price_each"), t("fields.discounts"), t("fields.tax")]}
      >
        {snapshot.lines.map((line) => (
          <Table.Row key={line.id}>
            <Table.Cell className="min-w-48 py-2">
              <div className="break-words">{line.title}</div>
              <div className="txt-small text-ui-fg-subtle flex flex-wrap items-center gap-x-2">
                <Badge size="2xsmall">{t(`types.${line.type}`)}</Badge>
                {[line.variant_title, line.sku].filter(Boolean).join(" · ")}
              </div>
              {line.period && (
                <div className="txt-small text-ui-fg-subtle">
                  {format.instant(line.period.from)} – {format.instant(line.period.to)}
                </div>
              )}
            </Table.Cell>
            <Table.Cell className="tabular-nums">{format.number(Number(line.quantity))}</Table.Cell>
            <Table.Cell className="whitespace-nowrap tabular-nums">
              {format.money(line.unit_price, currency)}
            </Table.Cell>
            <Table.Cell className="whitespace-nowrap tabular-nums">
              {line.discounts.length
                ? `−${format.money(sum(line.discounts.map(({ amount }) => amount)), currency)}`
                : "–"}
            </Table.Cell>
            <Table.Cell className="tabular-nums">
              {line.taxes.map(({ rate }) => format.rate(rate)).join(" + ") || "–"}
            </Table.Cell>
          </Table.Row>
        ))}
      </SimpleTable>
      <div className="flex flex-col gap-y-1 px-6 py-4">
        {snapshot.shipping.map(({ name, amount }, index) => (
          <AmountRow key={index} label={name} amount={amount} currency={currency} />
        ))}
        {snapshot.credits
          .filter(({ amount }) => isPositive(amount))
          .map(({ amount }, index) => (
            <AmountRow key={index} label={t("snapshot.credit")} amount={amount} currency={currency} isTakenOff />
          ))}
        <AmountRow strong label={t("fields.total")} amount={snapshot.total} currency={currency} />
      </div>
      {snapshot.personal && <Personal personal={snapshot.personal} />}
    </div>
  )
}

function Personal({ personal }: { personal: NonNullable<SaleSnapshotAnswer["personal"]> }) {
  const { t } = useTexts("sales")
  const { name, company, email, vat_number, billing_address, shipping_address } = personal
  const lines = (address: typeof billing_address): string =>
    address
      ? [
          [address.first_name, address.last_name].filter(Boolean).join(" "),
          address.company,
          address.address_1,
          address.address_2,
          [address.postal_code, address.city].filter(Boolean).join(" "),
          address.country_code?.toUpperCase(),
        ]
          .filter(Boolean)
          .join(", ")
      : "–"
  const rows = [
    ["buyer", [company, name].filter(Boolean).join(", ") || "–"],
    ["email", email ?? "–"],
    ["vat_number", vat_number ?? "–"],
    ["billing_address", lines(billing_address)],
    ["shipping_address", lines(shipping_address)],
  ] as const
  return (
    <dl className="border-ui-border-base grid grid-cols-1 gap-x-4 gap-y-2 border-t px-6 py-4 sm:grid-cols-[auto_1fr]">
      {rows.map(([key, value]) => (
        <div key={key} className="contents">
          <dt>
            <Text size="small" weight="plus" className="text-ui-fg-subtle">
              {t(`snapshot.${key}`)}
            </Text>
          </dt>
          <dd className="txt-small min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
