import { Button, Drawer, RadioGroup, Text, Textarea, usePrompt } from "@medusajs/ui"
import { useId, useState } from "react"
import type { CarryOutExit, ExitAnswer } from "../../../../contracts/billing/exits/exits"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Field } from "../../ui/forms/field"

type Time = CarryOutExit["when"]

interface StepProps {
  exit: ExitAnswer
  onDone: () => void
  onBack: () => void
}

/** What is done with the contract; what cannot be undone is asked for twice. */
export function CarryOutForm({ exit, onDone, onBack }: StepProps) {
  const { t } = useTexts("billing")
  const prompt = usePrompt()
  const id = useId()
  const choices: Time[] = exit.subscription_id ? ["period_end", "now", "done"] : ["done"]
  const [time, setTime] = useState<Time>(
    !exit.subscription_id || exit.left_for === "ended" ? "done" : exit.kind === "withdraw" ? "now" : "period_end",
  )
  const [note, setNote] = useState("")
  const carryOut = useChange({
    change: (body: CarryOutExit) =>
      sdk.client.fetch(`/admin/billing/exits/${exit.id}/carry-out`, { method: "POST", body }),
    done: t("exits.carried_out"),
    onDone,
  })
  const submit = async () => {
    const agreed =
      time !== "now" ||
      (await prompt({
        title: t("exits.now_title"),
        description: t("exits.now_warning"),
        confirmText: t("exits.when_now"),
        cancelText: t("common.back"),
      }))
    if (agreed) {
      carryOut.mutate({ when: time, ...(note.trim() && { note: note.trim() }) })
    }
  }
  return (
    <form
      noValidate
      className="flex flex-1 flex-col overflow-hidden"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small" className="text-ui-fg-subtle">
          {t("exits.carry_out_hint")}
        </Text>
        <RadioGroup value={time} onValueChange={(value) => setTime(value as Time)} aria-label={t("exits.when")}>
          {choices.map((choice) => (
            <RadioGroup.ChoiceBox
              key={choice}
              value={choice}
              label={t(`exits.when_${choice}`)}
              description={t(`exits.when_${choice}_hint`)}
            />
          ))}
        </RadioGroup>
        <Field label={t("exits.note")} htmlFor={id}>
          <Textarea id={id} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </Drawer.Body>
      <Drawer.Footer>
        <Button size="small" variant="secondary" type="button" onClick={onBack}>
          {t("common.back")}
        </Button>
        <Button size="small" type="submit" isLoading={carryOut.isPending}>
          {t("exits.carry_out")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
