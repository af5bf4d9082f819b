import { Button, Drawer, Text, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import type { ExitAnswer } from "../../../../contracts/billing/exits/exits"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"

interface StepProps {
  exit: ExitAnswer
  onDone: () => void
  onBack: () => void
}

/** Closes a declaration without doing what it asks, with a reason. */
export function RefuseForm({ exit, onDone, onBack }: StepProps) {
  const { t } = useTexts("billing")
  const id = useId()
  const [reason, setReason] = useState("")
  const [isAsked, setAsked] = useState(false)
  const refuse = useChange({
    change: (given: string) =>
      sdk.client.fetch(`/admin/billing/exits/${exit.id}/refuse`, { method: "POST", body: { reason: given } }),
    done: t("exits.refused"),
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
          refuse.mutate(reason.trim())
        }
      }}
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small" className="text-ui-fg-subtle">
          {t("exits.refuse_hint")}
        </Text>
        <Field
          label={t("dunning.reason")}
          htmlFor={id}
          {...(isAsked && !reason.trim() ? { error: t("dunning.reason_missing") } : {})}
        >
          <Textarea id={id} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Drawer.Body>
      <Drawer.Footer>
        <Button size="small" variant="secondary" type="button" onClick={onBack}>
          {t("common.back")}
        </Button>
        <Button size="small" variant="danger" type="submit" isLoading={refuse.isPending}>
          {t("exits.refuse")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
