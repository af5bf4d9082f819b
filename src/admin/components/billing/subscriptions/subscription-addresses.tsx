import type { SubscriptionDetailAnswer } from "../../../../contracts/billing/subscription-answers"
import { toAddressForm } from "../../../lib/billing/changes/address-form"
import { addressLines } from "../../../lib/billing/address-lines"
import { isOver } from "../../../lib/billing/is-over"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { FieldRow } from "../../ui/field-row"
import { Section } from "../../ui/section"
import { AddressDrawer } from "./address-drawer"

const KINDS = ["shipping_address", "billing_address"] as const

/** Where its renewals are sent, taxed, and billed to, with a way to change it (B26). */
export function SubscriptionAddresses({ subscription }: { subscription: SubscriptionDetailAnswer }) {
  const { t } = useTexts("billing")
  const { locale } = useFormat()
  const linesOf = (kind: (typeof KINDS)[number]): string[] => {
    const address = toAddressForm(subscription[kind])
    const name = [address.first_name, address.last_name].filter(Boolean).join(" ")
    return [address.company, name, ...addressLines(address, locale)].filter((line) => line !== "")
  }
  return (
    <Section
      title={t("addresses.title")}
      actions={
        isOver(subscription)
          ? null
          : KINDS.map((kind) => <AddressDrawer key={kind} subscription={subscription} kind={kind} />)
      }
    >
      {KINDS.map((kind) => (
        <FieldRow key={kind} label={t(`addresses.${kind}`)}>
          <span className="whitespace-pre-line">{linesOf(kind).join("\n") || "–"}</span>
        </FieldRow>
      ))}
    </Section>
  )
}
