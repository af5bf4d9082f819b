import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import type { BreakdownBody, BreakdownNodeAnswer } from "../../../../contracts/packages/breakdown"
import { withChoice } from "../../../lib/packages/breakdown-state"
import { useTexts } from "../../../lib/use-texts"

type Choices = NonNullable<BreakdownBody["choices"]>

interface ContentVisibilityProps {
  nodes: BreakdownNodeAnswer[]
  choices: Choices
  onChange: (choices: Choices) => void
}

/** Which contents the customer sees (P13): what is hidden is still picked and reserved. */
export function ContentVisibility({ nodes, choices, onChange }: ContentVisibilityProps) {
  const { t } = useTexts("packages")
  return (
    <div role="group" aria-label={t("orders.shown")} className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("orders.shown")}
      </Text>
      {nodes
        .filter(({ path }) => path !== "")
        .map((node) => (
          <ContentRow
            key={node.path}
            node={node}
            onChange={(isShown) => onChange(withChoice(choices, { path: node.path, is_hidden: !isShown }))}
          />
        ))}
    </div>
  )
}

function ContentRow({ node, onChange }: { node: BreakdownNodeAnswer; onChange: (isShown: boolean) => void }) {
  const { t } = useTexts("packages")
  const id = useId()
  const { title, variant_title, is_hidden } = node
  return (
    <div className="flex items-center gap-x-2">
      <Checkbox id={id} checked={!is_hidden} onCheckedChange={(checked) => onChange(checked === true)} />
      <Label size="small" htmlFor={id} className="min-w-0 flex-1 break-words">
        {[title ?? t("product_gone"), variant_title].filter(Boolean).join(" · ")}
      </Label>
    </div>
  )
}
