import { Link } from "react-router-dom"
import type { RunAnswer } from "../../../../contracts/billing/runs"
import { useFormat } from "../../../lib/use-format"
import { useTexts } from "../../../lib/use-texts"
import { CardRow } from "../../ui/card-row"
import { EmptyNote } from "../../ui/empty-note"
import { LinkButton } from "../../ui/link-button"
import { Section } from "../../ui/section"
import { RunState } from "../runs/run-state"

const COUNTERS = ["issued", "paid", "declined"] as const

/** How the latest run went; it leads to its page. */
export function LatestRun({ run }: { run: RunAnswer | null }) {
  const { t } = useTexts("billing")
  const format = useFormat()
  return (
    <Section title={t("overview.latest_run")}>
      {run ? (
        <ul>
          <CardRow
            hint={COUNTERS.map((counter) => `${t(`runs.counters.${counter}`)}: ${format.number(run[counter])}`).join(
              " · ",
            )}
            end={<RunState run={run} />}
          >
            <Link
              className="text-ui-fg-interactive focus-visible:shadow-borders-focus rounded-sm outline-none"
              to={`/billing/runs/${run.id}`}
            >
              {t("runs.title_named", { date: format.date(run.as_of) })}
            </Link>
          </CardRow>
        </ul>
      ) : (
        <EmptyNote title={t("runs.empty")} hint={t("runs.empty_hint")}>
          <LinkButton to="/billing/runs">{t("menu.runs")}</LinkButton>
        </EmptyNote>
      )}
    </Section>
  )
}
