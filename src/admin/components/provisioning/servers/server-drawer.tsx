import { Drawer, InlineTip, Input } from "@medusajs/ui"
import { useId, useState, type ReactNode } from "react"
import type { ProvidersAnswer } from "../../../../contracts/provisioning/products"
import type { ServerAnswer } from "../../../../contracts/provisioning/servers"
import { fieldProblems } from "../../../lib/field-problems"
import { focusOnOpen } from "../../../lib/focus-first-field"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { Choice } from "../../ui/forms/choice"
import { DrawerForm } from "../../ui/forms/drawer-form"
import { Field } from "../../ui/forms/field"
import { NumberInput } from "../../ui/forms/number-input"
import { SwitchRow } from "../../ui/forms/switch-row"
import { problemsOfForm, toFormBody, toFormValues, type FormValues } from "../forms/form-values"
import { ProviderFields } from "../forms/provider-fields"

interface ServerDrawerProps {
  providers: ProvidersAnswer
  /** null: a new one. */
  server: ServerAnswer | null
  trigger: ReactNode
}

/** Adds a server, or changes one. Credentials that are stored are never shown: empty fields leave them as they are. */
export function ServerDrawer({ providers, server, trigger }: ServerDrawerProps) {
  const { t } = useTexts("provisioning")
  const [open, setOpen] = useState(false)
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>{trigger}</Drawer.Trigger>
      <Drawer.Content onOpenAutoFocus={focusOnOpen}>
        <Drawer.Header>
          <Drawer.Title>{server ? server.name : t("servers.add")}</Drawer.Title>
          <Drawer.Description>{t("servers.drawer_hint")}</Drawer.Description>
        </Drawer.Header>
        {open && <ServerForm providers={providers} server={server} onDone={() => setOpen(false)} />}
      </Drawer.Content>
    </Drawer>
  )
}

type ServerFormProps = Omit<ServerDrawerProps, "trigger"> & { onDone: () => void }

function ServerForm({ providers, server, onDone }: ServerFormProps) {
  const { t } = useTexts("provisioning")
  const words = useServiceWords()
  const ids = { name: useId(), group: useId(), capacity: useId(), rank: useId(), provider: useId() }
  const withServers = providers.providers.filter(({ credentials }) => credentials !== null)
  const [providerId, setProviderId] = useState(server?.provider_id ?? withServers[0]?.id ?? "")
  const [form, setForm] = useState({
    name: server?.name ?? "",
    group: server?.server_group ?? "",
    capacity: server?.capacity === null || !server ? "" : String(server.capacity),
    rank: String(server?.rank ?? 0),
    isActive: server?.is_active ?? true,
  })
  const fields = withServers.find(({ id }) => id === providerId)?.credentials ?? []
  const [typed, setTyped] = useState<FormValues>({})
  const [problems, setProblems] = useState<{ field: string; reason: string }[]>([])
  const values = { ...toFormValues(fields, {}), ...typed }
  const isTyped = Object.values(typed).some((value) => value !== "")
  const save = useChange({
    change: () =>
      sdk.client.fetch(`/admin/provisioning/servers${server ? `/${server.id}` : ""}`, {
        method: "POST",
        body: {
          name: form.name,
          server_group: form.group.trim() || null,
          capacity: form.capacity === "" ? null : Number(form.capacity),
          rank: form.rank === "" ? 0 : Number(form.rank),
          is_active: form.isActive,
          ...(server ? { version: server.version } : { provider_id: providerId }),
          ...(isTyped || !server ? { credentials: toFormBody(fields, values) } : {}),
        },
      }),
    done: t("servers.saved"),
    onDone,
    onRefused: (message) => setProblems([...fieldProblems(message)]),
  })
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.reason
  const errorOf = (name: string) => {
    const error = problemOf(name)
    return error ? { error } : {}
  }
  return (
    <DrawerForm action={t("servers.save")} isPending={save.isPending} onSubmit={() => save.mutate(undefined)}>
      {!providers.has_encryption_key && (
        <InlineTip variant="warning" label={t("servers.no_key")}>
          {t("servers.no_key_hint")}
        </InlineTip>
      )}
      {!server && (
        <Field label={t("fields.provider")} htmlFor={ids.provider} {...errorOf("provider_id")}>
          <Choice
            id={ids.provider}
            label={t("fields.provider")}
            value={providerId}
            options={withServers.map(({ id, name }) => ({ value: id, label: words.own(name) }))}
            onChange={(next) => {
              setProviderId(next)
              setTyped({})
            }}
          />
        </Field>
      )}
      <Field label={t("servers.name")} htmlFor={ids.name} {...errorOf("name")}>
        <Input
          id={ids.name}
          size="small"
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
      </Field>
      <ProviderFields
        prefix="server"
        fields={fields}
        values={values}
        problems={problemsOfForm(problems, "credentials")}
        onChange={setTyped}
      />
      {server && (
        <p className="txt-small text-ui-fg-subtle">
          {server.has_credentials ? t("servers.credentials_kept") : t("servers.credentials_missing")}
        </p>
      )}
      <Field
        label={t("servers.capacity")}
        htmlFor={ids.capacity}
        hint={t("servers.capacity_hint")}
        {...errorOf("capacity")}
      >
        <NumberInput
          id={ids.capacity}
          isWhole
          value={form.capacity}
          onChange={(capacity) => setForm({ ...form, capacity })}
        />
      </Field>
      <Field label={t("servers.group")} htmlFor={ids.group} hint={t("servers.group_hint")}>
        <Input
          id={ids.group}
          size="small"
          value={form.group}
          onChange={(event) => setForm({ ...form, group: event.target.value })}
        />
      </Field>
      <Field label={t("servers.rank")} htmlFor={ids.rank} hint={t("servers.rank_hint")} {...errorOf("rank")}>
        <NumberInput id={ids.rank} isWhole value={form.rank} onChange={(rank) => setForm({ ...form, rank })} />
      </Field>
      <SwitchRow
        label={t("servers.takes_new")}
        hint={t("servers.takes_new_hint")}
        checked={form.isActive}
        onChange={(isActive) => setForm({ ...form, isActive })}
      />
    </DrawerForm>
  )
}
