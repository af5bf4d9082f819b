import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, InlineTip } from "@medusajs/ui"
import { ServerDrawer } from "../../../components/provisioning/servers/server-drawer"
import { ServerRows } from "../../../components/provisioning/servers/server-rows"
import { Crumb } from "../../../components/ui/crumb"
import { EmptyNote } from "../../../components/ui/empty-note"
import { Loaded } from "../../../components/ui/loaded"
import { Section } from "../../../components/ui/section"
import { useProviders, useServers } from "../../../lib/provisioning/use-provisioning"
import { useTexts } from "../../../lib/use-texts"

const ServersPage = () => {
  const { t } = useTexts("provisioning")
  const providers = useProviders()
  const servers = useServers()
  return (
    <Loaded query={providers} rows={6} framed>
      {(given) => {
        const canAdd = given.providers.some(({ credentials }) => credentials !== null)
        const add = (
          <ServerDrawer
            providers={given}
            server={null}
            trigger={
              <Button size="small" disabled={!canAdd}>
                {t("servers.add")}
              </Button>
            }
          />
        )
        return (
          <Section level="h1" title={t("servers.title")} hint={t("servers.hint")} actions={add}>
            {!canAdd && (
              <div className="px-6 py-4">
                <InlineTip variant="info" label={t("servers.no_provider")}>
                  {t("servers.no_provider_hint")}
                </InlineTip>
              </div>
            )}
            <Loaded query={servers} rows={4}>
              {({ servers: rows }) =>
                rows.length ? (
                  <ServerRows servers={rows} providers={given} />
                ) : (
                  <EmptyNote title={t("servers.empty")} hint={t("servers.empty_hint")} />
                )
              }
            </Loaded>
          </Section>
        )
      }}
    </Loaded>
  )
}

export const config = defineRouteConfig({
  label: "menu.servers",
  translationNs: "serviceProvisioning",
  rank: 2,
})

export const handle = { breadcrumb: () => <Crumb room="provisioning" name="menu.servers" /> }

export default ServersPage
