import { Button, RadioGroup } from "@medusajs/ui"
import { useState } from "react"
import type { ChangeService, ServiceDetailAnswer } from "../../../../contracts/provisioning/services"
import { HOLDS, type Hold } from "../../../../rules/provisioning/states"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { SwitchRow } from "../../ui/forms/switch-row"
import { DoneDrawer } from "./done-drawer"
import { NoteDrawer } from "./note-drawer"
import { SignOnButton } from "./sign-on-button"

/** What an admin can do with a service now; the next step beside every failure. */
export function ServiceActions({ service }: { service: ServiceDetailAnswer }) {
  const { t } = useTexts("provisioning")
  const { id, status, hold } = service
  const [current] = service.calls
  if (status === "terminated") {
    return service.can_deliver_anew ? (
      <NoteDrawer
        id={id}
        action={t("anew.action")}
        title={t("anew.title", { title: service.title })}
        hint={t("anew.hint")}
        done={t("anew.done")}
        body={{ action: "deliver_anew" }}
      />
    ) : null
  }
  const canDeliver = current?.status === "failed" || (current?.status === "waiting" && current.attempts > 0)
  return (
    <>
      {current?.status === "awaiting_staff" && (
        <DoneDrawer id={id} attempt={current.attempts} instructions={service.instructions} />
      )}
      {current?.status === "failed" && current.action !== "create" && (
        <DoneDrawer id={id} attempt={current.attempts} isGivenUp />
      )}
      {service.can_sign_on && <SignOnButton id={id} />}
      {canDeliver && <DeliverButton id={id} label={t("deliver.again")} />}
      {!service.is_wanted && status === "pending" && !current && <DeliverButton id={id} label={t("deliver.create")} />}
      {hold ? (
        <NoteDrawer
          id={id}
          action={t("resume.action")}
          title={t("resume.title")}
          hint={t("resume.hint")}
          done={t("resume.done")}
          body={{ action: "resume" }}
        />
      ) : (
        <SuspendDrawer id={id} />
      )}
      <NoteDrawer
        id={id}
        variant="danger"
        action={t("terminate.action")}
        title={t("terminate.title", { title: service.title })}
        hint={t("terminate.hint")}
        done={t("terminate.done")}
        body={{ action: "terminate" }}
      />
    </>
  )
}

function SuspendDrawer({ id }: { id: string }) {
  const { t } = useTexts("provisioning")
  const words = useServiceWords()
  const [reason, setReason] = useState<Hold>("manual")
  return (
    <NoteDrawer
      id={id}
      action={t("suspend.action")}
      title={t("suspend.title")}
      hint={t("suspend.hint")}
      done={t("suspend.done")}
      body={{ action: "suspend", reason }}
    >
      <RadioGroup
        value={reason}
        onValueChange={(next) => setReason(HOLDS.find((one) => one === next) ?? "manual")}
        aria-label={t("suspend.reason")}
        className="flex flex-col gap-y-2"
      >
        {HOLDS.map((one) => (
          <label key={one} className="txt-small flex items-center gap-x-2">
            <RadioGroup.Item value={one} />
            {words.ofReason(one)}
          </label>
        ))}
      </RadioGroup>
    </NoteDrawer>
  )
}

const useServiceChange = (id: string, done: string) =>
  useChange({
    change: (body: ChangeService) => sdk.client.fetch(`/admin/provisioning/services/${id}`, { method: "POST", body }),
    done,
  })

/** Has a call made again that was given up, or a service created that waits for an admin. */
export function DeliverButton({ id, label }: { id: string; label: string }) {
  const { t } = useTexts("provisioning")
  const change = useServiceChange(id, t("deliver.done"))
  return (
    <Button size="small" isLoading={change.isPending} onClick={() => change.mutate({ action: "deliver" })}>
      {label}
    </Button>
  )
}

/** A service that was to take over what is not there any more is created instead. */
export function CreateInsteadButton({ id, serverId }: { id: string; serverId: string }) {
  const { t } = useTexts("provisioning")
  const change = useServiceChange(id, t("adopt.instead_done"))
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={change.isPending}
      onClick={() => change.mutate({ action: "adopt", server_id: serverId, key: null })}
    >
      {t("adopt.instead")}
    </Button>
  )
}

export function NeverSuspendSwitch({ service }: { service: ServiceDetailAnswer }) {
  const { t } = useTexts("provisioning")
  const change = useServiceChange(service.id, t("never_suspend.done"))
  return (
    <SwitchRow
      label={t("never_suspend.label")}
      hint={service.customer_never_suspend ? t("never_suspend.of_customer") : t("never_suspend.hint")}
      checked={service.never_suspend}
      onChange={(never_suspend) => change.mutate({ action: "never_suspend", never_suspend })}
    />
  )
}
