import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { FormProvider, useForm } from "react-hook-form"
import type { InvoicePageAnswer } from "../../../../contracts/billing/invoices"
import { compare, isPositive, round } from "../../../../rules/money"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { NumberField } from "../../ui/forms/number-field"
import { ReasonField } from "./reason-field"

interface ActionForm {
  amount: string
  reason: string
}

interface InvoiceActionDrawerProps {
  invoice: InvoicePageAnswer
  action: "refund" | "credit" | "mark-paid" | "write-off" | "undo-write-off"
  /** The most that it can be of; left out: it is of what the account says. */
  most?: string
  /** Amounts that were on screen: where they are others by now, the action is refused. */
  seen: Record<string, string>
}

/** An action on an invoice, with what it does, its amount where it has one, and its reason. */
export function InvoiceActionDrawer({ invoice, action, most, seen }: InvoiceActionDrawerProps) {
  const { t } = useTexts("billing")
  const [open, setOpen] = useState(false)
  const name = action.replaceAll("-", "_")
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t(`accounts.actions.${name}.action`)}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t(`accounts.actions.${name}.title`, { number: invoice.number })}</Drawer.Title>
          <Drawer.Description>{t(`accounts.actions.${name}.hint`)}</Drawer.Description>
        </Drawer.Header>
        {open && <ActionForm {...{ invoice, action, most, seen, name }} onDone={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}

type ActionFormProps = InvoiceActionDrawerProps & { name: string; onDone: () => void }

function ActionForm({ invoice, action, most, seen, name, onDone }: ActionFormProps) {
  const { t } = useTexts("billing")
  const format = useFormat()
  const currency = invoice.currency_code
  const form = useForm<ActionForm>({ defaultValues: { amount: most ? round(most, currency) : "", reason: "" } })
  const change = useChange({
    change: (body: Record<string, string>) =>
      sdk.client.fetch(`/admin/billing/invoices/${invoice.id}/${action}`, { method: "POST", body }),
    done: t(`accounts.actions.${name}.done`),
    onDone,
  })
  const submit = form.handleSubmit(({ amount, reason }) =>
    change.mutate({ ...seen, reason: reason.trim(), ...(most === undefined ? {} : { amount }) }),
  )
  return (
    <FormProvider {...form}>
      <DrawerForm action={t(`accounts.actions.${name}.action`)} isPending={change.isPending} onSubmit={submit}>
        {most !== undefined && (
          <NumberField<ActionForm>
            name="amount"
            label={t("accounts.amount")}
            hint={t("accounts.most", { amount: format.money(most, currency) })}
            currency={currency}
            check={(value) =>
              (value !== "" && isPositive(value) && compare(value, most) <= 0) ||
              t("accounts.amount_wrong", { amount: format.money(most, currency) })
            }
          />
        )}
        <ReasonField />
      </DrawerForm>
    </FormProvider>
  )
}
