import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Link, Outlet } from "react-router-dom"
import { PROFILE_STATUSES } from "../../../rules/customers/states"
import { ExportButton } from "../../components/customers/imports/export-button"
import { FollowUps } from "../../components/customers/notes/follow-ups"
import { CustomerSection } from "../../components/customers/profiles/customer-section"
import { CustomerFilters } from "../../components/customers/search/customer-filters"
import { Crumb } from "../../components/ui/crumb"
import { LinkButton } from "../../components/ui/link-button"
import { Section } from "../../components/ui/section"
import { paramsOf, useProfileFilters } from "../../lib/customers/use-profile-filters"
import { useTexts } from "../../lib/use-texts"

const CustomersPage = () => {
  const { t } = useTexts("customers")
  const { filters, apply } = useProfileFilters()
  const sections = PROFILE_STATUSES.filter((status) => !filters.status.length || filters.status.includes(status))
  const make = (
    <Button size="small" asChild>
      <Link to="/crm/new">
        <Plus />
        {t("make")}
      </Link>
    </Button>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        level="h1"
        title={t("title")}
        hint={t("hint")}
        actions={
          <>
            <LinkButton to={`/crm/board?${new URLSearchParams(paramsOf(filters)).toString()}`}>
              {t("board.title")}
            </LinkButton>
            <LinkButton to="/crm/duplicates">{t("duplicates.title")}</LinkButton>
            <LinkButton to="/crm/import">{t("import.action")}</LinkButton>
            <ExportButton filters={filters} />
            {make}
          </>
        }
      >
        <CustomerFilters filters={filters} onChange={apply} />
      </Section>
      <FollowUps />
      {sections.map((status) => (
        <CustomerSection key={status} status={status} filters={filters} emptyAction={make} />
      ))}
      <Outlet />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "menu.crm",
  nested: "/customers",
  translationNs: "serviceCustomers",
  rank: 1,
})

export const handle = { breadcrumb: () => <Crumb room="customers" name="menu.crm" /> }

export default CustomersPage
