import { useState } from "react"
import { useTexts } from "../../../lib/use-texts"
import { DateInput } from "../../ui/forms/date-input"
import { Field } from "../../ui/forms/field"
import { ReasonDrawer } from "./reason-drawer"

interface ChangeDueDrawerProps {
  invoiceId: string
  /** The date that counts now. */
  dueOn: string
  /** Whether it is the invoice's own, so that nothing is changed where another admin has moved it meanwhile. */
  isInvoices?: boolean
}

/** Moves the date by which an invoice is to be paid, with a reason; the printed document stays. */
export function ChangeDueDrawer({ invoiceId, dueOn, isInvoices = false }: ChangeDueDrawerProps) {
  const { t } = useTexts("billing")
  const [date, setDate] = useState("")
  const label = t("dunning.new_due")
  return (
    <ReasonDrawer
      action={t("dunning.change_due")}
      title={t("dunning.change_due")}
      hint={t("dunning.change_due_hint")}
      done={t("dunning.due_changed")}
      path={`/admin/billing/invoices/${invoiceId}/due-date`}
      body={{ due_on: date, ...(isInvoices && { seen_due_on: dueOn }) }}
      problem={date === "" || date === dueOn ? t("dunning.due_missing") : undefined}
    >
      <Field label={label}>
        <DateInput label={label} value={date} onChange={setDate} size="base" modal />
      </Field>
    </ReasonDrawer>
  )
}
