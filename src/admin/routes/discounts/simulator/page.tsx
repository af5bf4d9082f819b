import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Crumb } from "../../../components/ui/crumb"
import { Simulator } from "../../../components/discounts/answers/simulator"
import { EmptyNote } from "../../../components/ui/empty-note"
import { LinkButton } from "../../../components/ui/link-button"
import { Loaded } from "../../../components/ui/loaded"
import { Section } from "../../../components/ui/section"
import { useRegions } from "../../../lib/store/use-regions"
import { useTexts } from "../../../lib/use-texts"
import { useClock } from "../../../lib/store/use-clock"

const SimulatorPage = () => {
  const { t } = useTexts("discounts")
  const regions = useRegions()
  const clock = useClock()
  return (
    <Loaded query={regions} rows={6} framed>
      {(found) =>
        found.length === 0 ? (
          <Section level="h1" title={t("simulator.title")}>
            <EmptyNote title={t("simulator.no_region")} hint={t("simulator.no_region_hint")}>
              <LinkButton to="/settings/regions">{t("simulator.to_regions")}</LinkButton>
            </EmptyNote>
          </Section>
        ) : (
          <Loaded query={clock} rows={6} framed>
            {(answer) => <Simulator regions={found} today={answer.clock.today} />}
          </Loaded>
        )
      }
    </Loaded>
  )
}

export const config = defineRouteConfig({
  label: "menu.simulator",
  nested: "/promotions",
  translationNs: "serviceDiscounts",
  rank: 3,
})

export const handle = { breadcrumb: () => <Crumb room="discounts" name="menu.simulator" /> }

export default SimulatorPage
