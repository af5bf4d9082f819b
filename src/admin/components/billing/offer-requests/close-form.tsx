import { Button, Drawer, Text, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import type { OfferRequestAnswer } from "../../../../contracts/billing/offer-requests/offer-requests"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"

interface StepProps {
  request: OfferRequestAnswer
  onDone: () => void
  onBack: () => void
}

/** Closes a request without a quote, with a reason. */
export function CloseForm({ request, onDone, onBack }: StepProps) {
  const { t } = useTexts("billing")
  const id = useId()
  const [reason, setReason] = useState("")
  const [isAsked, setAsked] = useState(false)
  const close = useChange({
    change: (given: string) =>
      sdk.client.fetch(`/admin/billing/offer-requests/${request.id}/close`, {
        method: "POST",
        body: { reason: given },
      }),
    done: t("requests.closed"),
    onDone,
  })
  return (
    <form
      noValidate
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (reason.trim()) {
          close.mutate(reason.trim())
        }
      }}
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small" className="text-ui-fg-subtle">
          {t("requests.close_hint")}
        </Text>
        <Field
          label={t("requests.reason")}
          htmlFor={id}
          {...(isAsked && !reason.trim() ? { error: t("requests.reason_missing") } : {})}
        >
          <Textarea id={id} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Drawer.Body>
      <Drawer.Footer>
        <Button size="small" variant="secondary" type="button" onClick={onBack}>
          {t("common.back")}
        </Button>
        <Button size="small" variant="danger" type="submit" isLoading={close.isPending}>
          {t("requests.close")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
