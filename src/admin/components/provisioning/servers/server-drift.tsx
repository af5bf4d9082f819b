import { StatusBadge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { ServerAnswer } from "../../../../contracts/provisioning/servers"
import { useDrift } from "../../../lib/provisioning/use-provisioning"
import { useTexts } from "../../../lib/use-texts"
import { AdoptForm } from "./adopt-form"
import { CardRow } from "../../ui/card-row"
import { DetailDrawer } from "../../ui/detail-drawer"
import { EmptyNote } from "../../ui/empty-note"
import { Loaded } from "../../ui/loaded"

/** What is on a server, held against what is known of it. */
export function ServerDrift({ server }: { server: ServerAnswer }) {
  const { t } = useTexts("provisioning")
  return (
    <DetailDrawer label={t("drift.action")} title={t("drift.title", { name: server.name })} hint={t("drift.hint")}>
      <Differences server={server} />
    </DetailDrawer>
  )
}

function Differences({ server }: { server: ServerAnswer }) {
  const { t } = useTexts("provisioning")
  const query = useDrift(server.id)
  return (
    <Loaded query={query} rows={4}>
      {({ is_listed, differences }) =>
        !is_listed ? (
          <EmptyNote title={t("drift.not_listed")} />
        ) : differences.length === 0 ? (
          <EmptyNote title={t("drift.none")} />
        ) : (
          <ul className="divide-y">
            {differences.map((one, index) => (
              <CardRow
                key={one.service_id ?? index}
                hint={
                  <Text size="xsmall">
                    {[
                      one.own && t("drift.here", { status: t(`drift.states.${one.own}`) }),
                      one.outside && t("drift.there", { status: t(`drift.states.${one.outside}`) }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </Text>
                }
                end={
                  <StatusBadge color={one.kind === "missing" ? "red" : "orange"}>
                    {t(`drift.kinds.${one.kind}`)}
                  </StatusBadge>
                }
              >
                {one.service_id ? (
                  <Link className="text-ui-fg-interactive" to={`/services/${one.service_id}`}>
                    {one.name}
                  </Link>
                ) : (
                  one.name
                )}
                {one.key !== null && <AdoptForm server={server} itemKey={one.key} name={one.name} />}
              </CardRow>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
