import { MediaPlay } from "@medusajs/icons"
import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { useTexts } from "../../../lib/use-texts"
import { sdk } from "../../../lib/sdk"
import type { ClockAnswer } from "../../../../contracts/billing/clock"
import type { RunAnswer } from "../../../../contracts/billing/runs"
import { useChange } from "../../../lib/use-change"
import { DateInput } from "../../ui/forms/date-input"
import { Field } from "../../ui/forms/field"

/** Starts a run with a date; it is done in the background, and its page shows how it goes. */
export function StartRunDrawer({ clock }: { clock: ClockAnswer | undefined }) {
  const { t } = useTexts("billing")
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const asOf = typed ?? clock?.today ?? ""
  const start = useChange({
    change: (as_of: string) =>
      sdk.client.fetch<{ run: RunAnswer }>("/admin/billing/runs", { method: "POST", body: as_of ? { as_of } : {} }),
    done: t("runs.started"),
    onDone: ({ run }) => navigate(`/billing/runs/${run.id}`),
  })

  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="primary">
          <MediaPlay />
          {t("runs.start")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("runs.start")}</Drawer.Title>
          <Drawer.Description>{t("runs.start_hint")}</Drawer.Description>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={(event) => {
            event.preventDefault()
            start.mutate(asOf)
          }}
        >
          <Drawer.Body>
            <Field label={t("runs.as_of")} hint={t("runs.as_of_hint")}>
              <DateInput
                modal
                size="base"
                label={t("runs.as_of")}
                value={asOf}
                max={clock && !clock.demo ? clock.today : undefined}
                onChange={setTyped}
              />
            </Field>
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {t("common.cancel")}
              </Button>
            </Drawer.Close>
            <Button size="small" type="submit" isLoading={start.isPending}>
              {t("runs.start_now")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
