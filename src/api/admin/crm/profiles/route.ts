import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  listProfilesSchema,
  type CreateProfile,
  type ProfileDetailAnswer,
  type ProfileListAnswer,
} from "../../../../contracts/customers/profiles"
import { listProfiles } from "../../../../modules/customers"
import { profileFacets } from "../../../../rules/customers"
import { createProfileWorkflow } from "../../../../workflows/customers/profiles/create-profile"
import { customersDatabase } from "../../../../workflows/customers/profiles/editing"
import { parseInput } from "../../../parse-input"
import { idOfKey } from "../id-of-key"
import { editingOf } from "../editing-of"
import { filtersOfQuery } from "../filters-of-query"
import { presentListed, shownOn } from "../present-profile"
import { profileDetail } from "../profile-detail"
import { toProfileBody } from "../to-profile-body"

/** The last touched first. `q` finds by name, contact, e-mail or phone; filters combine. */
export async function GET(req: MedusaRequest, res: MedusaResponse<ProfileListAnswer>): Promise<void> {
  const query = parseInput(listProfilesSchema, req.query)
  const shown = await shownOn(req.scope)
  const { limit, offset } = query
  const { rows, cells, isCut } = await listProfiles(customersDatabase(req.scope), {
    ...filtersOfQuery(query, shown),
    limit,
    offset,
  })
  const { count, ...facets } = profileFacets(cells, query, { isCut })
  const profiles = rows.map((row) => presentListed(row, shown))
  res.json({ profiles, count, has_more: isCut, limit, offset, facets })
}

export async function POST(
  req: AuthenticatedMedusaRequest<CreateProfile>,
  res: MedusaResponse<{ profile: ProfileDetailAnswer }>,
): Promise<void> {
  const { notes = null, customer_id = null, key, ...fields } = req.validatedBody
  const { result: id } = await createProfileWorkflow(req.scope).run({
    input: {
      id: idOfKey("cprof", key),
      profile: toProfileBody(fields),
      notes,
      customer_id,
      editing: await editingOf(req),
    },
  })
  res.status(201).json({ profile: await profileDetail(req.scope, id) })
}
