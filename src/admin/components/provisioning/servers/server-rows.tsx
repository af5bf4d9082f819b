import { Button, StatusBadge, Table, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import type { ProvidersAnswer } from "../../../../contracts/provisioning/products"
import type { ServerAnswer, TestedServer } from "../../../../contracts/provisioning/servers"
import { useErrorWords } from "../../../lib/errors/use-error-words"
import { useFormat } from "../../../lib/use-format"
import { useServiceWords } from "../../../lib/provisioning/use-service-words"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import { useTexts } from "../../../lib/use-texts"
import { DeleteMenu } from "../../ui/delete-menu"
import { SimpleTable } from "../../ui/simple-table"
import { ServerDrawer } from "./server-drawer"
import { ServerDrift } from "./server-drift"

interface ServerRowsProps {
  servers: readonly ServerAnswer[]
  providers: ProvidersAnswer
}

/** Servers with what is used of each, and whether it is reached. */
export function ServerRows({ servers, providers }: ServerRowsProps) {
  const { t } = useTexts("provisioning")
  const words = useServiceWords()
  return (
    <SimpleTable
      heads={[t("servers.name"), t("fields.provider"), t("servers.group"), t("servers.used"), t("fields.status"), ""]}
    >
      {servers.map((server) => (
        <Table.Row key={server.id}>
          <Table.Cell className="whitespace-nowrap">{server.name}</Table.Cell>
          <Table.Cell className="whitespace-nowrap">{words.ofProvider(server.provider_id)}</Table.Cell>
          <Table.Cell>{server.server_group ?? "–"}</Table.Cell>
          <Table.Cell className="whitespace-nowrap">
            {server.capacity === null ? server.used : t("servers.used_of", { used: server.used, of: server.capacity })}
          </Table.Cell>
          <Table.Cell>
            <div className="flex flex-col items-start gap-y-1">
              <ServerState server={server} />
              <ServerCompared server={server} />
            </div>
          </Table.Cell>
          <Table.Cell>
            <div className="flex items-center justify-end gap-x-2">
              <TestButton server={server} />
              <ServerDrift server={server} />
              <ServerDrawer
                providers={providers}
                server={server}
                trigger={
                  <Button size="small" variant="secondary">
                    {t("servers.edit")}
                  </Button>
                }
              />
              <DeleteServer server={server} />
            </div>
          </Table.Cell>
        </Table.Row>
      ))}
    </SimpleTable>
  )
}

function ServerState({ server }: { server: ServerAnswer }) {
  const { t } = useTexts("provisioning")
  const format = useFormat()
  const { resting_until: rest } = server
  const isFull = server.capacity !== null && server.used >= server.capacity
  const [color, text] = server.stop_reason
    ? (["red", t("servers.stopped")] as const)
    : !server.is_active
      ? (["grey", t("servers.closed")] as const)
      : rest !== null && new Date(rest) > new Date()
        ? (["orange", t("servers.resting", { at: format.instant(rest) })] as const)
        : isFull
          ? (["orange", t("servers.full")] as const)
          : (["green", t("servers.open")] as const)
  return (
    <span title={server.stop_reason ?? undefined}>
      <StatusBadge color={color} className="w-fit whitespace-nowrap">
        {text}
      </StatusBadge>
    </span>
  )
}

/** What the daily comparison has found; nothing where all is as it is known. */
function ServerCompared({ server }: { server: ServerAnswer }) {
  const { t } = useTexts("provisioning")
  const { differences, compare_problem } = server
  if (compare_problem === null && !differences) {
    return null
  }
  return (
    <span title={compare_problem ?? undefined}>
      <StatusBadge color={compare_problem === null ? "orange" : "red"} className="w-fit whitespace-nowrap">
        {compare_problem === null ? t("servers.differs", { count: differences ?? 0 }) : t("servers.not_compared")}
      </StatusBadge>
    </span>
  )
}

function TestButton({ server }: { server: ServerAnswer }) {
  const { t } = useTexts("provisioning")
  const ofError = useErrorWords()
  const test = useMutation({
    mutationFn: () =>
      sdk.client.fetch<{ test: TestedServer }>(`/admin/provisioning/servers/${server.id}/test`, {
        method: "POST",
        body: {},
      }),
    onSuccess: ({ test: { is_reached, reason } }) =>
      is_reached
        ? toast.success(t("servers.reached", { name: server.name }))
        : toast.error(t("servers.not_reached", { name: server.name }), { description: reason ?? "" }),
    onError: (error) => toast.error(t("servers.not_reached", { name: server.name }), { description: ofError(error) }),
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={test.isPending}
      aria-label={t("servers.test_named", { name: server.name })}
      onClick={() => test.mutate()}
    >
      {t("servers.test")}
    </Button>
  )
}

function DeleteServer({ server }: { server: ServerAnswer }) {
  const { t } = useTexts("provisioning")
  const remove = useChange({
    change: () => sdk.client.fetch(`/admin/provisioning/servers/${server.id}`, { method: "DELETE" }),
    done: t("servers.deleted"),
  })
  return (
    <DeleteMenu
      label={t("servers.delete")}
      title={t("servers.delete_title", { name: server.name })}
      warning={t("servers.delete_warning")}
      onDelete={() => remove.mutate(undefined)}
    />
  )
}
