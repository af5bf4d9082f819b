import { Button, Drawer, Text, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "./field"

export interface ReasonFormProps {
  /** Where the reason is sent to. */
  path: string
  texts: { hint: string; label: string; missing: string; action: string; done: string }
  onDone: () => void
  onBack: () => void
}

/** A step of a drawer that closes something, which takes a reason. */
export function ReasonForm({ path, texts, onDone, onBack }: ReasonFormProps) {
  const { t } = useTexts("ui")
  const id = useId()
  const [reason, setReason] = useState("")
  const [isAsked, setAsked] = useState(false)
  const given = reason.trim()
  const close = useChange({
    change: () => sdk.client.fetch(path, { method: "POST", body: { reason: given } }),
    done: texts.done,
    onDone,
  })
  return (
    <form
      noValidate
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (given) {
          close.mutate(undefined)
        }
      }}
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small" className="text-ui-fg-subtle">
          {texts.hint}
        </Text>
        <Field label={texts.label} htmlFor={id} {...(isAsked && !given ? { error: texts.missing } : {})}>
          <Textarea id={id} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Drawer.Body>
      <Drawer.Footer>
        <Button size="small" variant="secondary" type="button" onClick={onBack}>
          {t("common.back")}
        </Button>
        <Button size="small" variant="danger" type="submit" isLoading={close.isPending}>
          {texts.action}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
