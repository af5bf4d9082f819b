import { Button } from "@medusajs/ui"
import { useState } from "react"
import type { ChangeService } from "../../../../contracts/provisioning/services"
import type { ServerAnswer } from "../../../../contracts/provisioning/servers"
import { useUnmadeServices } from "../../../lib/provisioning/use-provisioning"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { Field } from "../../ui/forms/field"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"

/** What exists on a server becomes a service's, instead of a new one: one of those that are not created yet. */
export function AdoptForm({ server, itemKey, name }: { server: ServerAnswer; itemKey: string; name: string }) {
  const { t } = useTexts("provisioning")
  const [open, setOpen] = useState(false)
  return open ? (
    <ServiceToAdopt server={server} itemKey={itemKey} onDone={() => setOpen(false)} />
  ) : (
    <Button
      size="small"
      variant="secondary"
      aria-label={t("adopt.action_named", { name })}
      onClick={() => setOpen(true)}
    >
      {t("adopt.action")}
    </Button>
  )
}

interface ServiceToAdoptProps {
  server: ServerAnswer
  itemKey: string
  onDone: () => void
}

function ServiceToAdopt({ server, itemKey, onDone }: ServiceToAdoptProps) {
  const { t } = useTexts("provisioning")
  const [chosen, setChosen] = useState("")
  const query = useUnmadeServices(server.provider_id)
  const adopt = useChange({
    change: (body: ChangeService) =>
      sdk.client.fetch(`/admin/provisioning/services/${chosen}`, { method: "POST", body }),
    done: t("adopt.done"),
    onDone,
  })
  return (
    <Loaded query={query} rows={1}>
      {({ services }) =>
        services.length === 0 ? (
          <EmptyNote title={t("adopt.none")} hint={t("adopt.nobody")} />
        ) : (
          <div className="flex w-full flex-col gap-y-2">
            <Field label={t("adopt.which")} htmlFor={`adopt-${itemKey}`} hint={t("adopt.hint")}>
              <Choice
                id={`adopt-${itemKey}`}
                label={t("adopt.which")}
                size="small"
                value={chosen}
                placeholder={t("adopt.choose")}
                options={services.map(({ id, title, unit, email }) => ({
                  value: id,
                  label: t("adopt.unit", { title, number: unit, email: email ?? "–" }),
                }))}
                onChange={setChosen}
              />
            </Field>
            <div className="flex justify-end">
              <Button
                size="small"
                disabled={chosen === ""}
                isLoading={adopt.isPending}
                onClick={() => adopt.mutate({ action: "adopt", server_id: server.id, key: itemKey })}
              >
                {t("adopt.action")}
              </Button>
            </div>
          </div>
        )
      }
    </Loaded>
  )
}
