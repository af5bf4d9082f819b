import { Button, Drawer, Input, Text, Textarea } from "@medusajs/ui"
import { useId, useState } from "react"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { Field } from "../../ui/forms/field"

interface DoneDrawerProps {
  id: string
  /** The try that is shown: something else may be asked for meanwhile. */
  attempt: number
  instructions?: string | null
  /** Its provider would not do it: how it was done is said, too. */
  isGivenUp?: boolean
}

/** Staff has done what was to be done, and writes what the customer is to see. */
export function DoneDrawer({ id, attempt, instructions = null, isGivenUp = false }: DoneDrawerProps) {
  const { t } = useTexts("provisioning")
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState({ label: "", value: "" })
  const [note, setNote] = useState("")
  const [isAsked, setAsked] = useState(false)
  const ids = { label: useId(), value: useId(), note: useId() }
  const isHalf = (shown.label.trim() === "") !== (shown.value.trim() === "")
  const change = useChange({
    change: () =>
      sdk.client.fetch(`/admin/provisioning/services/${id}`, {
        method: "POST",
        body: {
          action: "done",
          attempt,
          ...(shown.value.trim() && { shown: [shown] }),
          ...(isGivenUp && { note: note.trim() }),
        },
      }),
    done: t("done.saved"),
    onDone: () => setOpen(false),
  })
  const isMissing = isGivenUp && !note.trim()
  const send = () => {
    setAsked(true)
    if (!isHalf && !isMissing) {
      change.mutate(undefined)
    }
  }
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant={isGivenUp ? "secondary" : "primary"}>
          {t("done.action")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{t("done.action")}</Drawer.Title>
          <Drawer.Description>{t(isGivenUp ? "done.given_up_hint" : "done.hint")}</Drawer.Description>
        </Drawer.Header>
        <DrawerForm action={t("done.action")} isPending={change.isPending} onSubmit={send}>
          {instructions && <Text size="small">{instructions}</Text>}
          {isGivenUp && (
            <Field
              label={t("note.label")}
              htmlFor={ids.note}
              hint={t("note.hint")}
              {...(isAsked && isMissing ? { error: t("note.missing") } : {})}
            >
              <Textarea id={ids.note} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
            </Field>
          )}
          <Field label={t("done.label")} htmlFor={ids.label} hint={t("done.label_hint")}>
            <Input
              id={ids.label}
              size="small"
              value={shown.label}
              onChange={(event) => setShown({ ...shown, label: event.target.value })}
            />
          </Field>
          <Field
            label={t("done.value")}
            htmlFor={ids.value}
            {...(isHalf ? { error: t("done.both") } : { hint: t("done.value_hint") })}
          >
            <Textarea
              id={ids.value}
              rows={3}
              value={shown.value}
              onChange={(event) => setShown({ ...shown, value: event.target.value })}
            />
          </Field>
        </DrawerForm>
      </Drawer.Content>
    </Drawer>
  )
}
