import { CustomerBoard } from "../../../components/customers/board/customer-board"
import { CustomerFilters } from "../../../components/customers/search/customer-filters"
import { Crumb } from "../../../components/ui/crumb"
import { LinkButton } from "../../../components/ui/link-button"
import { Section } from "../../../components/ui/section"
import { paramsOf, useProfileFilters } from "../../../lib/customers/use-profile-filters"
import { useTexts } from "../../../lib/use-texts"

const BoardPage = () => {
  const { t } = useTexts("customers")
  const { filters, apply } = useProfileFilters()
  const list = `/crm?${new URLSearchParams(paramsOf(filters)).toString()}`
  return (
    <Section
      level="h1"
      title={t("board.title")}
      hint={t("board.hint")}
      actions={<LinkButton to={list}>{t("board.to_list")}</LinkButton>}
    >
      <CustomerFilters filters={filters} onChange={apply} />
      <CustomerBoard filters={filters} />
    </Section>
  )
}

export const handle = { breadcrumb: () => <Crumb room="customers" name="board.title" /> }

export default BoardPage
